namespace Arazzo.Runtime.CompilerServices;

/// <summary>Members are read.</summary>
internal readonly struct Reading;

/// <summary>Members are written.</summary>
internal readonly struct Writing;
