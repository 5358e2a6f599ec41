namespace TikTok.ContentPosting.Emulator;

/// <summary>An operation of the Display API: its query names the fields that are wanted.</summary>
internal abstract class DisplayEndpoint : JsonEndpoint
{
    public override int RequestsPerMinute => 600;

    /// <exception cref="RefusalException">There is none, one that does not exist, or one whose scope was not granted.</exception>
    protected static IReadOnlyList<string> Fields(Call call, Func<string, string?> scopeOf)
    {
        var fields = FormBody.Parse(call.Query).TextOrNull("fields")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (fields.Length == 0)
            throw new RefusalException(ErrorCodes.InvalidParams, "Fields is required.");
        foreach (var field in fields)
        {
            if (scopeOf(field) is not { } scope)
                throw new RefusalException(ErrorCodes.InvalidParams, $"There is no field {field}.");
            // TikTok does not say what it does here; a refusal is the stricter reading.
            if (!call.Scopes.Contains(scope))
                throw new RefusalException(ErrorCodes.ScopePermissionMissed, $"The field {field} needs {scope}.");
        }
        return fields;
    }
}
