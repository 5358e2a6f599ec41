namespace Arazzo.Generator.Reading;

/// <summary>
/// A part of a text that is read by itself, such as one schema of a document. What is read of it counts its lines from its first, so that it is as good for a text in
/// which the same part stands elsewhere. Which line that is the <see cref="TextLayout"/> of each text knows.
/// </summary>
internal sealed class TextBlock;
