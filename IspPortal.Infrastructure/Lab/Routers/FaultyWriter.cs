using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Routers;

/// <summary>Puts replies on the wire, spoiled by the faults that are on.</summary>
internal static class FaultyWriter
{
    public static async Task WriteAsync(EmulatedRouter router, ApiConnection connection, Stream stream, ReplyBuffer reply, CancellationToken cancellationToken)
    {
        if (router.IsSilent)
        {
            await router.WhileSilentAsync(cancellationToken);
        }

        var bytes = reply.Written;
        if (router.Faults.Active.Count == 0)
        {
            await stream.WriteAsync(bytes, cancellationToken);
            return;
        }

        if (router.Faults.Find(LabFaultKind.LateReply) is { } late)
        {
            await Task.Delay(late.Duration, cancellationToken);
        }

        if (router.Faults.Has(LabFaultKind.Garbage))
        {
            await stream.WriteAsync(new byte[] { 0xF8, 0x13, 0x37, 0xFF, 0xFE, 0x00, 0x80, 0x21 }, cancellationToken);
        }

        if (router.Faults.Has(LabFaultKind.StallInWord) && bytes.Length > 3)
        {
            await stream.WriteAsync(bytes[..Math.Max(2, bytes.Length / 2)], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var cut = router.Faults.Find(LabFaultKind.FinMidTable) ?? router.Faults.Find(LabFaultKind.ResetMidTable);
        if (cut is not null && reply.RowStarts.Count > cut.AfterRows)
        {
            await stream.WriteAsync(bytes[..(reply.RowStarts[cut.AfterRows] + 2)], cancellationToken);
            await stream.FlushAsync(cancellationToken);

            // What was sent before a reset must arrive before it, or the client would see no row at all.
            await Task.Delay(20, cancellationToken);
            connection.Abort(cut.Kind == LabFaultKind.ResetMidTable);
            return;
        }

        if (router.Faults.Has(LabFaultKind.Trickle))
        {
            for (var start = 0; start < bytes.Length;)
            {
                var size = Math.Min(1 + Random.Shared.Next(7), bytes.Length - start);
                await stream.WriteAsync(bytes.Slice(start, size), cancellationToken);
                start += size;
                await Task.Yield();
            }

            return;
        }

        await stream.WriteAsync(bytes, cancellationToken);
    }
}
