using System.Security.Cryptography;
using System.Text;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>
/// Stands for what a document says: values and structure, without comments, layout and the texts for people. Changing it makes stored runs unusable, so
/// a typo that is corrected in a description must not.
/// </summary>
internal static class DocumentFingerprint
{
    /// <param name="called">The fingerprints of the workflows that it calls.</param>
    /// <param name="nodes">What of the document it is.</param>
    public static string Of(IEnumerable<string> called, params Node?[] nodes)
    {
        var text = new StringBuilder(string.Concat(called));
        foreach (var node in nodes)
        {
            Write(node, text, isPayload: false);
        }
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()));
        return string.Concat(hash.Take(8).Select(static part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Write(Node? node, StringBuilder text, bool isPayload)
    {
        switch (node)
        {
            case MappingNode mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries)
                {
                    if (!isPayload && entry.Key.Text is "description" or "summary" && entry.Value is ScalarNode)
                    {
                        continue;
                    }
                    Scalar(entry.Key, text);
                    Write(entry.Value, text, isPayload || entry.Key.Text is "payload" or "value" or "outputs");
                }
                text.Append('}');
                break;
            case SequenceNode sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Write(item, text, isPayload);
                }
                text.Append(']');
                break;
            case ScalarNode scalar:
                Scalar(scalar, text);
                break;
        }
    }

    private static void Scalar(ScalarNode scalar, StringBuilder text) =>
        text.Append((int)scalar.Kind).Append(':').Append(scalar.Text.Length).Append(':').Append(scalar.Text);
}
