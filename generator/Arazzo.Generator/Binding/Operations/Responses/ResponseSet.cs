using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Operations.Responses;

/// <summary>The answers of one way to call an operation.</summary>
/// <param name="Suffix">What it adds to the operation's name: nothing, or <c>AsEvents</c>.</param>
/// <param name="Result">What the method returns; null for nothing.</param>
/// <param name="Results">The class behind <paramref name="Result"/>, when it is one of several bodies.</param>
/// <param name="Responses">The documented answers.</param>
internal sealed record ResponseSet(string Suffix, TypeReference? Result, ResultModel? Results, EquatableArray<ResponseModel> Responses);
