using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses a text that is one runtime expression, as outputs, contexts and references are.</summary>
internal static class RuntimeExpressionParser
{
    public static ParseResult<RuntimeExpression> Parse(string text)
    {
        var dialect = new List<DialectUse>();
        var (start, end) = Trim(text);
        if (end - start > 3 && text[start] == '{' && text[start + 1] == '$' && text[end - 1] == '}')
        {
            dialect.Add(new DialectUse(DialectForm.BracedExpression, start));
            (start, end) = (start + 1, end - 1);
        }
        return Parse(text.Substring(start, end - start), start, dialect, out var error) is { } expression
            ? ParseResult<RuntimeExpression>.Success(expression, dialect)
            : ParseResult<RuntimeExpression>.Failure(error!);
    }

    /// <summary>Parses an expression that is part of a longer text.</summary>
    /// <param name="text">All of the expression and nothing else, without braces.</param>
    /// <param name="offset">Where it stands in the longer text.</param>
    /// <param name="dialect">Takes what is dialect; nothing is added on failure.</param>
    internal static RuntimeExpression? Parse(string text, int offset, List<DialectUse> dialect, out ParseError? error)
    {
        var parser = new Parser(text, offset);
        var expression = parser.Parse();
        error = parser.Error;
        if (expression is not null)
        {
            dialect.AddRange(parser.Dialect);
        }
        return expression;
    }

    private static (int Start, int End) Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && Characters.IsBlank(text[start]))
        {
            start++;
        }
        while (end > start && Characters.IsBlank(text[end - 1]))
        {
            end--;
        }
        return (start, end);
    }

    private sealed class Parser(string text, int offset)
    {
        private readonly string _text = text;
        private int _position;

        public ParseError? Error { get; private set; }

        public List<DialectUse> Dialect { get; } = [];

        public RuntimeExpression? Parse()
        {
            if (_text.Length == 0 || _text[0] != '$')
            {
                return Fail(0, "a runtime expression begins with '$', for example '$response.body#/id' or '$inputs.name'");
            }
            _position = 1;
            var root = ReadWord();
            return root switch
            {
                "url" => AtEnd() ? new UrlExpression(_text) : null,
                "method" => AtEnd() ? new MethodExpression(_text) : null,
                "statusCode" => AtEnd() ? new StatusCodeExpression(_text) : null,
                "self" => AtEnd() ? new SelfExpression(_text) : null,
                "request" => ParseMessage(MessageKind.Request),
                "response" => ParseMessage(MessageKind.Response),
                "message" => ParseMessage(MessageKind.Message),
                "inputs" => ParseInputs(),
                "outputs" when _position == _text.Length => WholeOutputs(),
                "outputs" => Dot("the name of an output") && ReadReference("the name of an output") is { } value ? new OutputExpression(_text, value) : null,
                "steps" => ParseSteps(),
                "workflows" => ParseWorkflows(),
                "sourceDescriptions" => ParseSourceDescriptions(),
                "components" => ParseComponents(),
                _ => Fail(0, $"'${root}' begins no runtime expression; the specification has $url, $method, $statusCode, $request, $response, $message, "
                    + "$inputs, $outputs, $steps, $workflows, $sourceDescriptions, $components and $self"),
            };
        }

        private RuntimeExpression? ParseMessage(MessageKind message)
        {
            if (!Dot("'header', 'query', 'path' or 'body'"))
            {
                return null;
            }
            var start = _position;
            switch (ReadWord())
            {
                case "header":
                    return Dot("the name of a header") && ReadHeaderName() is { } header ? new FieldExpression(_text, message, FieldLocation.Header, header) : null;
                case "query":
                    return Dot("the name of a parameter") && ReadRest("the name of a parameter") is { } query ? new FieldExpression(_text, message, FieldLocation.Query, query) : null;
                case "path":
                    return Dot("the name of a parameter") && ReadRest("the name of a parameter") is { } path ? new FieldExpression(_text, message, FieldLocation.Path, path) : null;
                case "body" or "payload":
                    return ReadBody() is { } value ? new BodyExpression(_text, message, value) : null;
                case var other:
                    return Fail(start, $"'{other}' is no part of a message; write 'header', 'query', 'path' or 'body'");
            }
        }

        private ValueReference? ReadBody()
        {
            if (_position < _text.Length && _text[_position] is not ('.' or '[' or '#'))
            {
                return Fail<ValueReference>(_position, "after the body comes nothing, a JSON Pointer such as '#/id', or navigation such as '.id'");
            }
            var start = _position;
            return ReadValue() is not { } value ? null
                : value.Navigation is null
                    ? Fail<ValueReference>(start, "this is no navigation into the body; write '.name' and '[0]', or better a JSON Pointer such as '#/items/0/id'")
                    : value;
        }

        private RuntimeExpression? ParseInputs()
        {
            if (_position == _text.Length)
            {
                Dialect.Add(new DialectUse(DialectForm.WholeInputs, offset));
                return new InputsExpression(_text);
            }
            return Dot("the name of an input") && ReadReference("the name of an input") is { } value ? new InputExpression(_text, value) : null;
        }

        private OutputsExpression WholeOutputs()
        {
            Dialect.Add(new DialectUse(DialectForm.WholeOutputs, offset));
            return new OutputsExpression(_text);
        }

        private RuntimeExpression? ParseSteps()
        {
            if (!Dot("the stepId") || ReadId("stepId", ".outputs.") is not { } stepId || !Dot("'outputs'"))
            {
                return null;
            }
            var start = _position;
            if (!TrySkip("outputs."))
            {
                if (string.CompareOrdinal(_text, start, "outputs", 0, int.MaxValue) == 0)
                {
                    Dialect.Add(new DialectUse(DialectForm.WholeOutputs, offset));
                    return new StepOutputsExpression(_text, stepId);
                }
                if (TrySkip("response.") || TrySkip("request."))
                {
                    return Fail(start, "a step shows only its outputs to others; declare an output on that step and read '$steps.id.outputs.name'");
                }
                Dialect.Add(new DialectUse(DialectForm.MissingOutputs, offset + start));
            }
            return ReadReference("the name of an output") is { } value ? new StepOutputExpression(_text, stepId, value) : null;
        }

        private RuntimeExpression? ParseWorkflows()
        {
            if (!Dot("the workflowId") || ReadId("workflowId", ".inputs.", ".outputs.", ".steps.") is not { } workflowId || !Dot("'inputs' or 'outputs'"))
            {
                return null;
            }
            if (TrySkip("inputs."))
            {
                return ReadReference("the name of an input") is { } input ? new WorkflowInputExpression(_text, workflowId, input) : null;
            }
            if (TrySkip("outputs."))
            {
                return ReadReference("the name of an output") is { } output ? new WorkflowOutputExpression(_text, workflowId, output) : null;
            }
            if (TrySkip("steps."))
            {
                return ReadRest("the stepId") is { } stepId ? new WorkflowStepExpression(_text, workflowId, stepId) : null;
            }
            return Fail(_position, "after the workflowId comes '.inputs.' or '.outputs.' and a name");
        }

        private SourceDescriptionExpression? ParseSourceDescriptions() =>
            Dot("the name of a source description") && ReadId("name of a source description") is { } name && Dot("an operationId, a workflowId or 'url'")
                && ReadRest("an operationId, a workflowId or 'url'") is { } reference
                ? new SourceDescriptionExpression(_text, name, reference)
                : null;

        private RuntimeExpression? ParseComponents()
        {
            if (!Dot("'parameters', 'successActions' or 'failureActions'"))
            {
                return null;
            }
            var start = _position;
            ComponentKind? kind = ReadWord() switch
            {
                "parameters" => ComponentKind.Parameters,
                "successActions" => ComponentKind.SuccessActions,
                "failureActions" => ComponentKind.FailureActions,
                _ => null,
            };
            return kind is null
                ? Fail(start, "only 'parameters', 'successActions' and 'failureActions' of the components can be referred to")
                : Dot("a key") && ReadRest("a key") is { } key ? new ComponentExpression(_text, kind.Value, key) : null;
        }

        /// <summary>A name, perhaps with navigation, and perhaps a pointer: the rest of the text.</summary>
        private ValueReference? ReadReference(string what) =>
            _position == _text.Length || _text[_position] == '#' ? Fail<ValueReference>(_position, what + " is missing") : ReadValue();

        private ValueReference? ReadValue()
        {
            var sign = _text.IndexOf('#', _position);
            var path = sign < 0 ? _text.Substring(_position) : _text.Substring(_position, sign - _position);
            JsonPointer? pointer = null;
            if (sign >= 0)
            {
                var fragment = _text.Substring(sign + 1);
                if (fragment.Length > 0 && fragment[0] is not ('/' or '.' or '$' or '[' or ' '))
                {
                    Dialect.Add(new DialectUse(DialectForm.PointerWithoutSlash, offset + sign));
                    fragment = "/" + fragment;
                }
                if (!JsonPointer.TryParse(fragment, out pointer))
                {
                    return Fail<ValueReference>(sign, "this is no JSON Pointer; write '#/items/0/id', and '~1' and '~0' for '/' and '~' in a name");
                }
            }
            return new ValueReference(path, NavigationParser.Parse(path), pointer);
        }

        private string? ReadHeaderName()
        {
            for (var index = _position; index < _text.Length; index++)
            {
                if (!Characters.IsToken(_text[index]))
                {
                    return Fail<string>(index, $"'{_text[index]}' cannot stand in the name of a header");
                }
            }
            return ReadRest("the name of a header");
        }

        private string? ReadRest(string what) => _position == _text.Length ? Fail<string>(_position, what + " is missing") : _text.Substring(_position);

        /// <summary>An id. One may have dots, which are welcome in 1.0 and advised against: then what has to come next tells where it ends.</summary>
        private string? ReadId(string what, params string[] next)
        {
            var start = _position;
            while (_position < _text.Length && _text[_position] is not ('.' or '#' or '[' or ' '))
            {
                _position++;
            }
            var end = _position;
            while (end < _text.Length && (Characters.IsLetter(_text[end]) || _text[end] is >= '0' and <= '9' or '.' or '-' or '_'))
            {
                if (_text[end] == '.' && Array.Exists(next, word => string.CompareOrdinal(_text, end, word, 0, word.Length) == 0))
                {
                    _position = end;
                    break;
                }
                end++;
            }
            return _position == start ? Fail<string>(start, $"the {what} is missing") : _text.Substring(start, _position - start);
        }

        private string ReadWord()
        {
            var start = _position;
            while (_position < _text.Length && Characters.IsLetter(_text[_position]))
            {
                _position++;
            }
            return _text.Substring(start, _position - start);
        }

        private bool Dot(string expected)
        {
            if (_position < _text.Length && _text[_position] == '.')
            {
                _position++;
                return true;
            }
            Fail(_position, $"here '.' and {expected} must follow");
            return false;
        }

        private bool TrySkip(string prefix)
        {
            if (string.CompareOrdinal(_text, _position, prefix, 0, prefix.Length) != 0)
            {
                return false;
            }
            _position += prefix.Length;
            return true;
        }

        private bool AtEnd()
        {
            if (_position < _text.Length)
            {
                Fail(_position, $"nothing can follow '{_text.Substring(0, _position)}'");
                return false;
            }
            return true;
        }

        private RuntimeExpression? Fail(int position, string message) => Fail<RuntimeExpression>(position, message);

        private T? Fail<T>(int position, string message)
            where T : class
        {
            Error ??= new ParseError(offset + position, message);
            return null;
        }
    }
}
