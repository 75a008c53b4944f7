using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Isolir;

/// <summary>Lets the test account dial anew and watches what the kit's rules count while it tries.</summary>
internal sealed class IsolirProof(RouterClients clients, TimeProvider clock)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ForEvidence = TimeSpan.FromSeconds(20);

    /// <summary>How long a modem may take to be back: most are within a minute.</summary>
    public TimeSpan ForSession { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>An error of the router, or what came out: the error inside says why it is not proven.</summary>
    public async Task<Result<(IReadOnlyList<IsolirEvidence> Evidence, string? Address, Error? NotProven)>> TryAsync(
        Guid routerId, IsolirSettings settings, ProvisioningSettings provisioning, CancellationToken cancellationToken)
    {
        var found = await clients.GetAsync(routerId, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var client = found.Value;
        var parts = IsolirRules.Of(settings, provisioning);
        var before = await CountAsync(client, parts, cancellationToken);
        var old = before.Succeeded ? await SessionAsync(client, settings.TestUsername, cancellationToken) : before.Error;
        if (!old.Succeeded)
        {
            return old.Error;
        }

        if (old.Value is { } live)
        {
            var kicked = await client.ExecuteAsync(new RouterOsCommand(RouterMenus.PppActive + "/remove").With(".id", live.Id!), cancellationToken);
            if (!kicked.Succeeded && kicked.Error.Code != "routeros.trap_no_such_item")
            {
                return kicked.Error;
            }
        }

        var session = await UntilAsync(ForSession, () => SessionAsync(client, settings.TestUsername, cancellationToken), s => s is not null && s.Id != old.Value?.Id, cancellationToken);
        if (!session.Succeeded)
        {
            return session.Error;
        }

        if (session.Value?["address"] is not { } address || session.Value.Id == old.Value?.Id)
        {
            return ((IReadOnlyList<IsolirEvidence>)[], (string?)null, (Error?)IsolirErrors.NoTestSession(settings.TestUsername, (int)ForSession.TotalSeconds));
        }

        var listed = await client.PrintAsync(new RouterOsCommand(RouterMenus.AddressList + "/print").Proplist(".id").Where("?list=" + provisioning.IsolirList).Where("?address=" + address), cancellationToken);
        if (!listed.Succeeded)
        {
            return listed.Error;
        }

        if (listed.Value.Count == 0)
        {
            return ((IReadOnlyList<IsolirEvidence>)[], address, (Error?)IsolirErrors.NotListed(address, provisioning.IsolirList));
        }

        var after = await UntilAsync(ForEvidence, () => CountAsync(client, parts, cancellationToken), c => IsProof(before.Value, c), cancellationToken);
        if (!after.Succeeded)
        {
            return after.Error;
        }

        var evidence = parts.Select(p => new IsolirEvidence(p.Name, before.Value.GetValueOrDefault(p.Name), after.Value.GetValueOrDefault(p.Name))).ToList();
        return (evidence, address, IsProof(before.Value, after.Value) ? null : IsolirErrors.NoEvidence);
    }

    private static bool IsProof(Dictionary<string, long> before, Dictionary<string, long> after) =>
        ((string[])[IsolirRules.Redirect, IsolirRules.RejectTcp]).All(part => after.GetValueOrDefault(part) > before.GetValueOrDefault(part));

    private static async Task<Result<Dictionary<string, long>>> CountAsync(IRouterOsClient client, IReadOnlyList<IsolirPart> parts, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var menu in parts.Select(p => p.Menu).Distinct(StringComparer.Ordinal))
        {
            var rows = await client.PrintAsync(new RouterOsCommand(menu + "/print").Proplist(".id", "comment", "packets"), cancellationToken);
            if (!rows.Succeeded)
            {
                return rows.Error;
            }

            foreach (var part in parts.Where(p => p.Menu == menu))
            {
                counts[part.Name] = rows.Value.Where(r => IsolirPlanner.IsKit(new RouterItem("", r.Columns.ToDictionary(StringComparer.Ordinal)), part.Name)).Sum(r => r.Long("packets") ?? 0);
            }
        }

        return counts;
    }

    private static async Task<Result<RouterOsRow?>> SessionAsync(IRouterOsClient client, string username, CancellationToken cancellationToken)
    {
        var rows = await client.PrintAsync(new RouterOsCommand(RouterMenus.PppActive + "/print").Proplist(".id", "name", "address").Where("?name=" + username), cancellationToken);
        return rows.Succeeded ? Result.Of(rows.Value.Count > 0 ? rows.Value[0] : null) : rows.Error;
    }

    private async Task<Result<T>> UntilAsync<T>(TimeSpan limit, Func<Task<Result<T>>> read, Func<T, bool> isThere, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (!value.Succeeded || isThere(value.Value) || clock.GetElapsedTime(start) > limit)
            {
                return value;
            }

            await Task.Delay(Look, clock, cancellationToken);
        }
    }
}
