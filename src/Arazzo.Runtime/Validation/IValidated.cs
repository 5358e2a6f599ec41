using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A generated model whose schema restricts values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidated
{
    /// <summary>Checks the values.</summary>
    /// <param name="validator">What finds the problems.</param>
    void Validate(Validator validator);
}
