namespace Arazzo.Generator;

/// <summary>Names of the pipeline's stages, by which tests see what an edit made run again.</summary>
internal static class TrackingNames
{
    public const string LanguageVersion = nameof(LanguageVersion);
    public const string Sources = nameof(Sources);
    public const string Files = nameof(Files);
    public const string Binding = nameof(Binding);
    public const string Outputs = nameof(Outputs);
    public const string FileDiagnostics = nameof(FileDiagnostics);
    public const string BindingDiagnostics = nameof(BindingDiagnostics);
}
