using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>
/// Counts the expressions that stand inside of others: a parameter of the components, an output of the workflow, an input of a call. Each may stand for two
/// that stand for two each, and what stands for one more does so on the compiler's stack.
/// </summary>
internal sealed class ExpressionNesting
{
    private const int Deepest = 64;
    private const int Most = 1000;

    private readonly Dictionary<ValueModel, int> _sizes = [];
    private int _depth;
    private int _count;
    private int _total;

    /// <summary>Goes into an expression; false when it is one too many for the outermost.</summary>
    /// <param name="count">How many expressions it stands for.</param>
    public bool TryEnter(int count = 1)
    {
        _total += count;
        _count = _depth == 0 ? count : _count + count;
        if (_depth >= Deepest || _count > Most)
        {
            return false;
        }
        _depth++;
        return true;
    }

    public void Leave() => _depth--;

    /// <summary>Binds something of its own in the middle of an expression, which is no part of that.</summary>
    public T Apart<T>(Func<T> bind)
    {
        var count = _count;
        _count = 0;
        var bound = bind();
        _count = count;
        return bound;
    }

    /// <summary>Binds a value that others will stand for.</summary>
    public ValueModel? Measured(Func<ValueModel?> bind)
    {
        var before = _total;
        var value = bind();
        if (value is not null)
        {
            _sizes[value] = _total - before;
        }
        return value;
    }

    /// <summary>How many expressions a value was made of.</summary>
    public int Size(ValueModel value) => _sizes.TryGetValue(value, out var size) ? size : 0;
}
