using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>
/// Posts to providers. Follows no redirection, reads a small answer, and connects to the address that was checked, not to what the name means a moment later. What fails before the body left was not
/// taken; what fails after it is not known.
/// </summary>
internal sealed class GatewayHttp(OutboundAddresses addresses) : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(8),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<GatewayReply> PostJsonAsync(Uri address, object body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken) =>
        PostAsync(address, JsonSerializer.SerializeToUtf8Bytes(body, Json), "application/json; charset=utf-8", headers, cancellationToken);

    public Task<GatewayReply> PostFormAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var body = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return PostAsync(address, Encoding.ASCII.GetBytes(body), "application/x-www-form-urlencoded", headers, cancellationToken);
    }

    public async Task<GatewayReply> PostAsync(Uri address, byte[] body, string mediaType, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Within);
        using var content = new WatchedContent(body, mediaType);
        try
        {
            if (await addresses.FindAsync(address.DnsSafeHost, address.Port, limit.Token) is not { } place)
            {
                return Failed(GatewayAnswer.Banned(GatewayCodes.Forbidden, address.Host));
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(address) { Host = place.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{place}]" : place.ToString() }.Uri) { Content = content };

            // The certificate is judged by this name.
            request.Headers.Host = address.Authority;
            request.Headers.TryAddWithoutValidation(HeaderNames.Accept, "application/json");
            request.Headers.TryAddWithoutValidation(HeaderNames.UserAgent, "IspPortal");
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new GatewayReply(response.StatusCode, await ReadAsync(response, limit.Token), AfterOf(response));
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Failed(content.HasLeft ? GatewayAnswer.Unsure(exception is OperationCanceledException ? GatewayCodes.TimedOut : GatewayCodes.Interrupted, exception.GetBaseException().Message)
                : GatewayAnswer.Down(GatewayCodes.NotReached, exception.GetBaseException().Message));
        }
    }

    public void Dispose() => _http.Dispose();

    private static GatewayReply Failed(GatewayAnswer failure) => new(default, "", null, failure);

    private static TimeSpan? AfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        _ => null,
    };

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        var read = await body.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }
}
