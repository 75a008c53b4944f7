using System.Globalization;
using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Operations;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Operations;

internal sealed class RouterTools(RouterClients clients, IAuditWriter audit, ICurrentActor actor, TimeProvider clock) : IRouterTools
{
    // A trace asks each hop once and waits a second for those that do not answer.
    private const int MostHops = 30;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    public async Task<Result> PingAsync(Guid routerId, string address, int count, Func<PingReply, Task> onReply, CancellationToken cancellationToken)
    {
        if (count is < 1 or > IRouterTools.MostEchoes)
        {
            return CommonErrors.Invalid([new FieldError("count", "common.out_of_range", 1, IRouterTools.MostEchoes)]);
        }

        return await RunAsync(
            routerId,
            address,
            "pinged",
            client => client.Dialect.Ping(address.Trim(), count),
            TimeSpan.FromSeconds(count * 2) + Grace,
            row => onReply(new PingReply(
                Int(row, "seq") ?? 0, row["host"] ?? address, row.Duration("time"), row["status"], Int(row, "sent") ?? 0, Int(row, "received") ?? 0)),
            cancellationToken);
    }

    public Task<Result> TraceAsync(Guid routerId, string address, Func<IReadOnlyList<TraceHop>, Task> onHops, CancellationToken cancellationToken)
    {
        // The router prints the whole list again each time it knows more; the sections are numbered.
        var hops = new List<TraceHop>();
        string? section = null;
        return RunAsync(
            routerId,
            address,
            "traced",
            _ => new RouterOsCommand("/tool/traceroute").With("address", address.Trim()).With("count", "1").With("max-hops", MostHops.ToString(CultureInfo.InvariantCulture)).With("use-dns", "no"),
            TimeSpan.FromSeconds(MostHops * 2) + Grace,
            row =>
            {
                if (row[".section"] != section)
                {
                    section = row[".section"];
                    hops.Clear();
                }

                hops.Add(new TraceHop(
                    hops.Count + 1, row["address"] is { Length: > 0 } hop ? hop : null, Int(row, "loss"), Milliseconds(row["last"]), Milliseconds(row["avg"]), row["status"] is { Length: > 0 } status ? status : null));
                return onHops([.. hops]);
            },
            cancellationToken);
    }

    private async Task<Result> RunAsync(
        Guid routerId, string address, string action, Func<IRouterOsClient, RouterOsCommand> command, TimeSpan longest, Func<RouterOsRow, Task> onRow, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersOperate) is { } denied)
        {
            return denied;
        }

        if (!WholeAddress.TryParse(address.Trim(), out _))
        {
            return CommonErrors.Invalid([new FieldError("address", "network.not_an_address")]);
        }

        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        // The version decides what the tool is called, so it has to be known first.
        var connected = await client.Value.ConnectAsync(cancellationToken);
        if (!connected.Succeeded)
        {
            return connected.Error;
        }

        using var timer = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        var opened = await client.Value.OpenStreamAsync(command(client.Value), either.Token);
        if (!opened.Succeeded)
        {
            return opened.Error;
        }

        await audit.WriteAsync(action, "router", routerId.ToString(), new { Address = address.Trim() }, cancellationToken);
        await using var stream = opened.Value;
        try
        {
            await foreach (var row in stream.WithCancellation(either.Token))
            {
                await onRow(row);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RouterOsErrors.TimedOut(longest);
        }

        return stream.EndReason is not { } error ? Result.Success : error.Code == "routeros.trap_no_such_command" ? OperationErrors.NoSuchTool : error;
    }

    private static int? Int(RouterOsRow row, string property) => (int?)row.Long(property);

    // Traceroute writes milliseconds with a point and without a unit.
    private static TimeSpan? Milliseconds(string? text) =>
        double.TryParse(text?.Replace("ms", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? TimeSpan.FromMilliseconds(value) : null;
}
