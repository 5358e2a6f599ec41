using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>ARZ03xx: the expressions and conditions of Arazzo documents. ARZ0301 to ARZ0319 are about their form alone.</summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor InvalidRuntimeExpression { get; } = Error(
        "ARZ0301", "A runtime expression is not well-formed", "'{0}' is no runtime expression: {1}");

    public static DiagnosticDescriptor InvalidTemplate { get; } = Error(
        "ARZ0302", "An embedded expression is not well-formed", "The expression in '{0}' cannot be read: {1}");

    public static DiagnosticDescriptor InvalidCondition { get; } = Error(
        "ARZ0303", "A condition is not well-formed", "The condition '{0}' cannot be read: {1}");

    public static DiagnosticDescriptor InvalidJsonPath { get; } = Error(
        "ARZ0304", "A JSONPath is not well-formed", "The JSONPath '{0}' cannot be read: {1}");

    public static DiagnosticDescriptor InvalidJsonPointer { get; } = Error(
        "ARZ0305", "A JSON Pointer is not well-formed",
        "'{0}' is no JSON Pointer; it begins with '/', and '~1' and '~0' stand for '/' and '~' in a name, for example '/items/0/id'");

    public static DiagnosticDescriptor InvalidRegex { get; } = Error(
        "ARZ0306", "A regular expression is not well-formed", "The regular expression '{0}' cannot be read: {1}");

    public static DiagnosticDescriptor InvalidXPath { get; } = Error(
        "ARZ0307", "An XPath is not well-formed", "The XPath '{0}' cannot be read: {1}; only XPath 1.0 is supported");

    public static DiagnosticDescriptor InvalidOperationPath { get; } = Error(
        "ARZ0308", "An operationPath is not well-formed", "The operationPath '{0}' cannot be read: {1}");

    public static DiagnosticDescriptor ExpressionDialect { get; } = Info(
        "ARZ0310", "An expression is not by the letter of the specification", "By the letter of the specification {0}; the meaning is clear and it is accepted");

    public static DiagnosticDescriptor ExpressionDialectForbidden { get; } = Error(
        "ARZ0311", "An expression is not by the letter of the specification", "By the letter of the specification {0}; or set Dialect=\"Compat\" on this file's ApiSpec item");
}
