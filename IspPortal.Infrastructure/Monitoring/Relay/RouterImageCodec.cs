using System.IO.Compression;
using System.Text.Json;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Relay;

/// <summary>A router's live view in bytes, for other nodes of the same version of the portal.</summary>
internal static class RouterImageCodec
{
    public static byte[] Encode(RouterView view)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, new Image(
                view.Snapshot,
                view.FreshFor,
                [.. view.Sessions.Select(s => s.Row)],
                view.SessionsReadAtUtc,
                view.ExpectedSessions,
                view.Interfaces,
                view.Busiest,
                view.Newest,
                view.Changes));
        }

        return packed.ToArray();
    }

    /// <summary>The view as it was; null when another version of the portal wrote it and it cannot be read.</summary>
    public static RouterView? Decode(byte[] payload, DateTime heardAtUtc)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Image>(brotli) is not { } image ? null : new RouterView
            {
                Snapshot = image.Snapshot,
                FreshFor = image.FreshFor,
                HeardAtUtc = heardAtUtc,
                Sessions = [.. image.Sessions.Select(row => new LiveSession(row, LiveSession.KeyOf(row.Address)))],
                IndexOfAccess = RouterView.IndexOf(image.Sessions.Select(row => row.AccessId)),
                SessionsReadAtUtc = image.SessionsReadAtUtc,
                ExpectedSessions = image.ExpectedSessions,
                Interfaces = image.Interfaces,
                Busiest = image.Busiest,
                Newest = image.Newest,
                Changes = image.Changes,
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Image(
        RouterSnapshot Snapshot,
        TimeSpan FreshFor,
        IReadOnlyList<SessionRow> Sessions,
        DateTime? SessionsReadAtUtc,
        int? ExpectedSessions,
        RouterInterfaces? Interfaces,
        IReadOnlyList<SessionRow> Busiest,
        IReadOnlyList<SessionRow> Newest,
        IReadOnlyList<RateChange> Changes);
}
