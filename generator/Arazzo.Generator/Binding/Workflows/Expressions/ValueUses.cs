namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>
/// Where the inputs and outputs of a workflow go: what goes into a credential is a secret, and so is what it was made of. Inputs stand by their names, outputs by their keys.
/// </summary>
internal sealed class ValueUses
{
    /// <summary>Stands for what an answer says is a secret.</summary>
    public const string Password = "$password";

    private readonly Dictionary<string, (int Credential, int Other)> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private bool _isInOutput;

    /// <summary>What each output of a step reads: inputs by name, outputs of steps and calls by key.</summary>
    public Dictionary<string, HashSet<string>> OutputReads { get; } = new(StringComparer.Ordinal);

    /// <summary>What has been read of the value that is being bound; null when nobody asks.</summary>
    public HashSet<string>? Reads { get; private set; }

    /// <summary>True while the value of a credential is bound, so that what it reads can be told to be a secret.</summary>
    public bool IsInCredential { get; private set; }

    /// <summary>Notes that a value is read.</summary>
    public void Add(string key)
    {
        Reads?.Add(key);
        if (_isInOutput)
        {
            return;
        }
        _uses.TryGetValue(key, out var uses);
        _uses[key] = IsInCredential ? (uses.Credential + 1, uses.Other) : (uses.Credential, uses.Other + 1);
    }

    /// <summary>Notes that a value which seemed to be no secret where it was read goes into a credential after all.</summary>
    public void TurnIntoCredential(string key)
    {
        _uses.TryGetValue(key, out var uses);
        _uses[key] = (uses.Credential + 1, Math.Max(0, uses.Other - 1));
    }

    /// <summary>Binds the value of a credential.</summary>
    public T InCredential<T>(Func<T> bind, bool isCredential = true)
    {
        var before = IsInCredential;
        IsInCredential |= isCredential;
        var bound = bind();
        IsInCredential = before;
        return bound;
    }

    /// <summary>Notes that something is read that was made of other values.</summary>
    public void AddMade(IEnumerable<string> reads) => Reads?.UnionWith(reads);

    /// <summary>Notes that what a called workflow yields is read when the step has ended that calls it.</summary>
    public void AddKept(string key)
    {
        _kept.Add(key);
        Add(key);
    }

    /// <summary>Notes what is read of what a called workflow yields.</summary>
    public void AddCalled(string key) => Reads?.Add(key);

    /// <summary>Binds something, and tells what it reads.</summary>
    public HashSet<string> Read(Action bind)
    {
        var (before, reads) = (Reads, new HashSet<string>(StringComparer.Ordinal));
        Reads = reads;
        bind();
        Reads = before;
        return reads;
    }

    /// <summary>Binds the output of a step, and tells what it reads: that is used for what the output is used for.</summary>
    public HashSet<string> Read(string key, Action bind)
    {
        var (isInOutput, isInCredential) = (_isInOutput, IsInCredential);
        (_isInOutput, IsInCredential) = (true, false);
        var reads = OutputReads[key] = Read(bind);
        (_isInOutput, IsInCredential) = (isInOutput, isInCredential);
        return reads;
    }

    /// <summary>Binds a request, which something may ask for that is being bound itself.</summary>
    public T Apart<T>(Func<T> bind)
    {
        var (reads, isInOutput, isInCredential) = (Reads, _isInOutput, IsInCredential);
        (Reads, _isInOutput, IsInCredential) = (null, false, false);
        var bound = bind();
        (Reads, _isInOutput, IsInCredential) = (reads, isInOutput, isInCredential);
        return bound;
    }

    /// <summary>What outputs of steps are used for, what they read is used for.</summary>
    public void PassOn()
    {
        var pending = new Stack<string>(OutputReads.Keys.Where(_uses.ContainsKey));
        while (pending.Count > 0)
        {
            var key = pending.Pop();
            var uses = _uses[key];
            foreach (var source in OutputReads[key])
            {
                _uses.TryGetValue(source, out var own);
                var all = (Math.Max(own.Credential, Math.Min(uses.Credential, 1)), Math.Max(own.Other, Math.Min(uses.Other, 1)));
                _uses[source] = all;
                if (all != own && OutputReads.ContainsKey(source))
                {
                    pending.Push(source);
                }
            }
        }
    }

    /// <summary>What goes into credentials.</summary>
    public IEnumerable<string> Credentials => _uses.Where(static use => use.Value.Credential > 0).Select(static use => use.Key);

    /// <summary>Whether something reads what a called workflow yields when the step has ended that calls it.</summary>
    public bool IsKept(string key) => _kept.Contains(key);

    /// <summary>Whether a value goes into a credential.</summary>
    public bool IsCredential(string key) => _uses.TryGetValue(key, out var uses) && uses.Credential > 0;

    /// <summary>Whether a value goes nowhere but into credentials.</summary>
    public bool IsOnlyCredential(string key) => _uses.TryGetValue(key, out var uses) && uses is { Credential: > 0, Other: 0 };
}
