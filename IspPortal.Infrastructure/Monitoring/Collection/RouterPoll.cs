using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Asks one router everything that one poll is about.</summary>
internal static class RouterPoll
{
    public static async Task<PollResult> ReadAsync(RouterReader reader, IRouterOsClient client, PollPlan plan, CancellationToken ct)
    {
        var poll = new PollResult();

        // One after the other where one failure makes the others pointless; together where the router can work on them at once.
        poll.Resource = await reader.ResourceAsync(client, ct);
        if (!poll.Resource.Result.Succeeded)
        {
            poll.Error = CauseOf(poll.Resource.Result.Error);
            return poll;
        }

        var counters = reader.CountersAsync(client, plan.Counters, ct);
        var ppp = plan.Sessions ? reader.PppAsync(client, plan.Tables, ct) : null;
        var hotspot = plan.Hotspot ? reader.HotspotAsync(client, plan.Tables, ct) : null;
        var queues = plan.Queues ? reader.QueuesAsync(client, plan.Tables, ct) : null;
        var own = plan.OwnInterfaces ? reader.OwnInterfacesAsync(client, ct) : null;
        poll.Counters = await counters;
        poll.Ppp = ppp is null ? null : await ppp;
        poll.Hotspot = hotspot is null ? null : await hotspot;
        poll.Queues = queues is null ? null : await queues;
        poll.OwnInterfaces = own is null ? null : await own;
        if (poll.Queues is { Result.Succeeded: true } read && read.Result.Value.Any(q => ReadSession.AddressOf(q) is not null))
        {
            poll.Arp = await reader.ArpAsync(client, plan.Tables, ct);
        }

        poll.Error = FirstError(poll) is { } error ? CauseOf(error) : null;
        return poll;
    }

    /// <summary>The rows of a good poll's table: null when it was not asked for.</summary>
    public static List<T>? Rows<T>(Timed<List<T>>? read) => read is null ? null : read.Value.Result.Succeeded ? read.Value.Result.Value : [];

    private static Error? FirstError(PollResult poll) =>
        (poll.Counters.Result.Succeeded ? null : poll.Counters.Result.Error)
        ?? Fault(poll.Ppp)
        ?? Fault(poll.Hotspot)
        ?? Fault(poll.Queues)
        ?? Fault(poll.Arp);

    // A menu that this router does not have (no hotspot package) is an empty table; anything else is unknown, never empty.
    private static Error? Fault<T>(Timed<List<T>>? read) =>
        read is { Result: { Succeeded: false, Error: { } error } } && error.Code != "routeros.trap_no_such_command" ? error : null;

    private static Error CauseOf(Error error) => error is { Code: "routeros.circuit_open", Arguments: [_, string cause, ..] }
        ? new Error(cause, error.Kind, error.Arguments) { Detail = error.Detail }
        : error;
}
