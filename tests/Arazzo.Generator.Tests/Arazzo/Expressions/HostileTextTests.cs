using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class HostileTextTests
{
    private static readonly string[] Seeds =
    [
        "$steps.a.outputs.b[0].c#/d/e~1", "Bearer {$inputs.token} $response.body#/x", "$statusCode == 200 && !($inputs.a in ['x', \"y\"]) || 'it''s' != null",
        "$[?@.a == 'x' && (count(@..b) > 1 || match(@.c, \"d\"))][1:2:-1, 'e', *]..f", "$.data.status == \"X\" || $.a.length > 0 && $.b empty true",
        "{$sourceDescriptions.pets.url}#/paths/~1pets/get", "query($url: String!) { a(b: $url) }", "\ud834\udd1e\ud834 \0 \\uD834 {$",
    ];

    [Fact]
    public void Mutated_text_never_throws_and_gives_either_a_tree_or_an_error_inside_the_text()
    {
        var random = new Random(20240529);
        for (var round = 0; round < 20_000; round++)
        {
            var text = Mutate(Seeds[round % Seeds.Length], random);
            Check(text, RuntimeExpressionParser.Parse(text));
            Check(text, TemplateParser.Parse(text));
            Check(text, ConditionParser.Parse(text));
            Check(text, JsonPathParser.ParseQuery(text));
            Check(text, JsonPathConditionParser.Parse(text));
            Check(text, OperationPathParser.Parse(text));
        }
    }

    [Fact]
    public void Template_keeps_every_character_of_text_without_expressions()
    {
        var random = new Random(20250116);
        for (var round = 0; round < 5_000; round++)
        {
            var text = Mutate("{a} $x {$y} ${z} $9.99 $$ {$ {", random);
            if (TemplateParser.Parse(text).Value is { } template && template.IsLiteral)
            {
                Assert.Equal(text, string.Concat(template.Parts.Select(static part => ((LiteralPart)part).Text)));
            }
        }
    }

    private static string Mutate(string seed, Random random)
    {
        const string Alphabet = "$@.[]{}()'\"\\#/~!=<>&|?*:,0129 -aeinu_\n\ud834\udd1e\0";
        var text = seed.ToCharArray().ToList();
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var index = random.Next(text.Count);
            switch (random.Next(3))
            {
                case 0:
                    text[index] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 1:
                    text.Insert(index, Alphabet[random.Next(Alphabet.Length)]);
                    break;
                default:
                    text.RemoveRange(index, Math.Min(text.Count - index, random.Next(1, 4)));
                    break;
            }
            if (text.Count == 0)
            {
                break;
            }
        }
        return new string([.. text]);
    }

    private static void Check<T>(string text, ParseResult<T> result)
        where T : class
    {
        Assert.True(result.Value is null != result.Error is null, text);
        if (result.Error is { } error)
        {
            Assert.InRange(error.Offset, 0, text.Length);
        }
        Assert.All(result.Dialect, use => Assert.InRange(use.Offset, 0, text.Length));
    }
}
