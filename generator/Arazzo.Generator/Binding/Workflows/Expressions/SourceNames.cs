using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Tells where the name of a source description ends in an expression.</summary>
internal static class SourceNames
{
    /// <summary>The expression with the longest name that the document has: names with dots are advised against, and what follows a name may have dots, too.</summary>
    public static SourceDescriptionExpression In(this SourceDescriptionExpression expression, ArazzoDocument document)
    {
        var whole = expression.SourceName + "." + expression.Reference;
        var name = document.SourceDescriptions.Select(static source => source.Name.Text)
            .Where(name => whole.Length > name.Length + 1 && whole[name.Length] == '.' && whole.StartsWith(name, StringComparison.Ordinal))
            .OrderByDescending(static name => name.Length).FirstOrDefault();
        return name is null ? expression : expression with { SourceName = name, Reference = whole.Substring(name.Length + 1) };
    }
}
