using System.Collections.Concurrent;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Where the operations of an API are sent to.</summary>
internal sealed class ServerAddresses
{
    private readonly ServerAddress _base;
    private readonly bool _isGiven;
    private readonly ApiClientOptions _options;
    private readonly ConcurrentDictionary<string, ServerAddress> _others = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no base address, or an address is not one.</exception>
    public ServerAddresses(HttpClient? httpClient, ApiDefinition definition, ApiClientOptions options)
    {
        _options = options;
        var address = options.BaseAddress ?? httpClient?.BaseAddress;
        _isGiven = address is not null;
        if (address is null && !Uri.TryCreate(definition.BaseAddress, UriKind.Absolute, out address))
        {
            throw new ArgumentException($"The description of {definition.Name} names no server address: set ApiClientOptions.BaseAddress.", nameof(options));
        }
        _base = Create(address, "The base address", options);
        foreach (var (server, replacement) in options.Servers)
        {
            _others[server] = Create(replacement, $"The address of '{server}' in ApiClientOptions.Servers", options);
        }
    }

    public Uri BaseAddress => _base.Address;

    public ServerAddress Find(ApiOperation operation) =>
        operation.Server is not { } server ? _base
        : _others.TryGetValue(server, out var known) ? known
        : _others.GetOrAdd(server, static (server, self) => self.Resolve(server), this);

    private ServerAddress Resolve(string server)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var absolute) || absolute.IsFile)
        {
            return Create(new Uri(_base.Address, server), "The server", _options);
        }
        // A given address is a choice, of a sandbox perhaps: nothing may go elsewhere unasked.
        return _isGiven ? _base : Create(absolute, "The server", _options);
    }

    private static ServerAddress Create(Uri? address, string what, ApiClientOptions options)
    {
        if (address is not { IsAbsoluteUri: true } || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException($"{what} is not an absolute http or https address.", nameof(options));
        }
        if (address.UserInfo.Length > 0)
        {
            throw new ArgumentException($"{what} has a user or a password in it: set ApiClientOptions.Credentials instead.", nameof(options));
        }
        // The query and the fragment of a server mean nothing (OpenAPI, Server Object), and paths begin with a slash.
        return new ServerAddress(address, address.GetLeftPart(UriPartial.Path).TrimEnd('/'));
    }
}

/// <param name="Address">The address.</param>
/// <param name="Text">What a path is appended to.</param>
internal sealed record ServerAddress(Uri Address, string Text)
{
    private readonly ConcurrentDictionary<ApiOperation, Uri> _constant = new();

    /// <summary>The address of a call; of an operation without parameters in it, it is always the same.</summary>
    public Uri Resolve(ApiRequest request)
    {
        if (request.HasUrl)
        {
            return RequestUri.Create(request.TakeUrl(Text));
        }
        return _constant.TryGetValue(request.Operation, out var known) ? known : _constant.GetOrAdd(request.Operation, RequestUri.Create(request.TakeUrl(Text)));
    }
}
