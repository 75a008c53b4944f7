using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>
/// Keeps the events of the routers' logs. A router holds the last 1,000 lines and forgets them when it restarts, so all of them are looked at each time. What is in
/// the database already is told by an id made of router, time and line: reading twice, on another node or after a restart, adds nothing.
/// </summary>
internal sealed class RouterLogHarvest(PortalContextSource source, RouterClients clients, ILiveRouters live)
{
    private const int AtOnce = 8;
    private const int Batch = 200;
    private const string Job = "read-router-events";

    // What this process has kept or found kept: most lines of a reading were in the one before.
    private readonly ConcurrentDictionary<Guid, HashSet<Guid>> _known = new();

    /// <summary>Reads every router that answers; gives how many new events were kept.</summary>
    public async Task<int> ReadAllAsync(CancellationToken cancellationToken)
    {
        List<Guid> routers;
        await using (var context = source.CreateForSystem(Job))
        {
            routers = await context.Set<Router>().AsNoTracking().Where(r => r.Enabled && r.RemovedAtUtc == null).Select(r => r.Id).ToListAsync(cancellationToken);
        }

        var kept = 0;
        await Parallel.ForEachAsync(
            routers.Where(id => live.StatusOf(id)?.State == RouterState.Online),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (id, token) => Interlocked.Add(ref kept, await ReadAsync(id, token)));
        return kept;
    }

    /// <summary>Reads one router; 0 when it cannot be read now: the lines are still there the next time.</summary>
    public async Task<int> ReadAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return 0;
        }

        var clock = await client.Value.PrintAsync(Print("/system/clock"), cancellationToken);
        var lines = await client.Value.PrintAsync(Print("/log").Proplist(".id", "time", "topics", "message"), cancellationToken);
        if (!clock.Succeeded || clock.Value.Count == 0 || !lines.Succeeded || RouterProbe.OffsetOf(clock.Value[0]["gmt-offset"]) is not { } offset || RouterProbe.UtcOf(clock.Value[0]) is not { } routerNow)
        {
            return 0;
        }

        var known = _known.GetOrAdd(routerId, _ => []);
        var today = DateOnly.FromDateTime(routerNow + offset);
        var found = lines.Value.Select(row => EventOf(routerId, row, today, offset)).OfType<RouterEvent>().DistinctBy(e => e.Id).ToList();
        var fresh = found.Where(e => !known.Contains(e.Id)).ToList();
        var kept = 0;
        foreach (var batch in fresh.Chunk(Batch))
        {
            kept += await KeepAsync(routerId, batch, cancellationToken);
        }

        // Lines that left the router's log need not be remembered.
        _known[routerId] = [.. found.Select(e => e.Id)];
        return kept;
    }

    private static RouterOsCommand Print(string menu) => new RouterOsCommand(menu + "/print").Deadlines(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));

    private static RouterEvent? EventOf(Guid routerId, RouterOsRow row, DateOnly today, TimeSpan offset)
    {
        if (row["message"] is not { } message || LogLineReader.Read(row["topics"] ?? string.Empty, message) is not { } read || row.LocalTime("time", today) is not { } local)
        {
            return null;
        }

        // A line of last night, read just after midnight without its date.
        var atUtc = DateTime.SpecifyKind((DateOnly.FromDateTime(local) > today ? local.AddDays(-1) : local) - offset, DateTimeKind.Utc);
        return new RouterEvent
        {
            Id = IdOf(routerId, atUtc, row.Id, message),
            RouterId = routerId,
            Kind = read.Kind,
            AtUtc = atUtc,
            Subject = Cut(read.Subject, 128),
            Address = Cut(read.Address, 64),
            Details = Cut(message, 512)!,
        };
    }

    private static Guid IdOf(Guid routerId, DateTime atUtc, string? item, string message)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{routerId:N}|{atUtc:yyyyMMddHHmmss}|{item}|{message}")), hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    private async Task<int> KeepAsync(Guid routerId, RouterEvent[] batch, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        var ids = batch.Select(e => e.Id).ToList();
        var there = (await context.Set<RouterEvent>().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellationToken)).ToHashSet();
        var names = batch.Where(e => e.Kind == RouterEventKind.LoginFailed && e.Subject is not null).Select(e => e.Subject!).Distinct(StringComparer.Ordinal).ToList();
        var lines = (await context.Set<AccessAccount>().AsNoTracking().Where(a => a.RouterId == routerId && names.Contains(a.Username)).Select(a => new { a.Username, a.Id }).ToListAsync(cancellationToken))
            .GroupBy(a => a.Username, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var missing = batch.Where(e => !there.Contains(e.Id)).ToList();
        foreach (var happened in missing)
        {
            happened.AccessId = happened.Kind == RouterEventKind.LoginFailed && happened.Subject is not null && lines.TryGetValue(happened.Subject, out var access) ? access : null;
        }

        context.AddRange(missing);
        await context.SaveChangesAsync(cancellationToken);
        return missing.Count;
    }
}
