using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geocoding;

namespace IspPortal.Infrastructure.Mapping.Geocoding;

/// <summary>
/// Asks one address at a time and takes a small JSON answer or none. It follows no redirection and goes to no address that only this machine's own surroundings answer (link-local: there cloud machines tell their secrets). A
/// server on this machine or in the provider's own network is what many will have.
/// </summary>
internal sealed class NominatimClient : IDisposable
{
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);
    private static readonly string Version = typeof(NominatimClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Result<JsonElement>> AskAsync(Uri address, string email, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Within);
        try
        {
            if (!(await Dns.GetHostAddressesAsync(address.DnsSafeHost, limit.Token)).All(IsAllowed))
            {
                return GeocodingErrors.Failed;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.TryAddWithoutValidation("User-Agent", email.Length == 0 ? $"IspPortal/{Version}" : $"IspPortal/{Version} ({email})");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            {
                return GeocodingErrors.Busy;
            }

            return response.IsSuccessStatusCode ? await ReadAsync(response, limit.Token) : GeocodingErrors.Failed;
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException or JsonException or InvalidDataException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return GeocodingErrors.Failed;
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Result<JsonElement>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var taken = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (taken.Length + read > MostBytes)
            {
                return GeocodingErrors.Failed;
            }

            taken.Write(buffer, 0, read);
        }

        taken.Position = 0;
        using var document = await JsonDocument.ParseAsync(taken, cancellationToken: cancellationToken);
        return document.RootElement.Clone();
    }

    private static bool IsAllowed(IPAddress found)
    {
        var address = found.IsIPv4MappedToIPv6 ? found.MapToIPv4() : found;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.GetAddressBytes() is not ([169, 254, ..] or [0, ..] or [>= 224, ..])
            : !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any);
    }
}
