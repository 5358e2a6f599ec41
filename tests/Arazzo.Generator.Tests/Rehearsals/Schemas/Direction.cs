namespace Arazzo.Generator.Tests.Rehearsals.Schemas;

/// <summary>What a value is part of: properties for reading only are in no request, those for writing only in no answer.</summary>
internal enum Direction
{
    Request,
    Answer,
}
