using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Events;

/// <summary>
/// Keeps the events of the routers' logs. A router holds the last 1,000 lines and forgets them when it restarts, so all of them are looked at each time. What is in
/// the database already is told by an id made of router, time and line: reading twice, on another node or after a restart, adds nothing. What the portal itself
/// changed is left out: every step of it is recorded with its plan, and it would bury what people did.
/// </summary>
internal sealed class RouterLogHarvest(PortalContextSource source, RouterClients clients, ILiveRouters live, TimeProvider time)
{
    private const int AtOnce = 8;
    private const int Batch = 200;
    private const string Job = "read-router-events";

    // What this process has kept or found kept: most lines of a reading were in the one before.
    private readonly ConcurrentDictionary<Guid, HashSet<Guid>> _known = new();
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _reading = new();

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
            async (id, token) => Interlocked.Add(ref kept, (await ReadAsync(id, token)).Kept));
        return kept;
    }

    /// <summary>Reads one router; nothing when it cannot be read now: the lines are still there the next time.</summary>
    public async Task<LogReading> ReadAsync(Guid routerId, CancellationToken cancellationToken)
    {
        // Every minute, and whenever the router is compared.
        var reading = _reading.GetOrAdd(routerId, static _ => new SemaphoreSlim(1, 1));
        await reading.WaitAsync(cancellationToken);
        try
        {
            return await ReadAloneAsync(routerId, cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<LogReading> ReadAloneAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return default;
        }

        var clock = await client.Value.PrintAsync(Print("/system/clock"), cancellationToken);
        var now = time.UtcNow();
        var lines = await client.Value.PrintAsync(Print("/log").Proplist(".id", "time", "topics", "message"), cancellationToken);
        if (!clock.Succeeded || clock.Value.Count == 0 || !lines.Succeeded || RouterProbe.OffsetOf(clock.Value[0]["gmt-offset"]) is not { } offset || RouterProbe.UtcOf(clock.Value[0]) is not { } routerNow)
        {
            return default;
        }

        var known = _known.GetOrAdd(routerId, _ => []);
        var today = DateOnly.FromDateTime(routerNow + offset);
        var ours = await UserOfAsync(routerId, cancellationToken);
        var found = lines.Value.Select(row => EventOf(routerId, row, today, offset, ours)).OfType<RouterEvent>().DistinctBy(e => e.Id).ToList();
        var fresh = found.Where(e => !known.Contains(e.Id)).ToList();
        var kept = 0;
        foreach (var batch in fresh.Chunk(Batch))
        {
            kept += await KeepAsync(routerId, batch, cancellationToken);
        }

        // Lines that left the router's log need not be remembered.
        _known[routerId] = [.. found.Select(e => e.Id)];
        return new(kept, routerNow - now);
    }

    private static RouterOsCommand Print(string menu) => new RouterOsCommand(menu + "/print").Deadlines(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));

    private static RouterEvent? EventOf(Guid routerId, RouterOsRow row, DateOnly today, TimeSpan offset, string? ours)
    {
        if (row["message"] is not { } message || LogLineReader.Read(row["topics"] ?? string.Empty, message) is not { } read || row.LocalTime("time", today) is not { } local || IsOurs(read, ours))
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
            Menu = Cut(read.Menu, 64),
            Item = Cut(read.Item, 256),
            ItemId = Cut(read.ItemId, 64),
            Details = Cut(LogLineReader.Mask(message), 512)!,
        };
    }

    // Somebody who signs in to Winbox with the portal's name is somebody else; old versions do not tell by what.
    private static bool IsOurs(LogEvent read, string? ours) =>
        read.Kind == RouterEventKind.ConfigurationChanged && read.Subject == ours && read.Via is null or "api" or "api-ssl";

    private static Guid IdOf(Guid routerId, DateTime atUtc, string? item, string message)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{routerId:N}|{atUtc:yyyyMMddHHmmss}|{item}|{message}")), hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    /// <summary>The username of the line that an event is about, or null.</summary>
    private static string? LineOf(RouterEvent happened) => happened.Kind switch
    {
        RouterEventKind.LoginFailed => happened.Subject,
        RouterEventKind.ConfigurationChanged when happened.Menu is RouterMenus.PppSecret or RouterMenus.HotspotUser or RouterMenus.SimpleQueue => happened.Item,
        _ => null,
    };

    private async Task<string?> UserOfAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(Job);
        return await context.Set<Router>().AsNoTracking().Where(r => r.Id == routerId).Select(r => r.Username).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<int> KeepAsync(Guid routerId, RouterEvent[] batch, CancellationToken cancellationToken, bool again = false)
    {
        await using var context = source.CreateForSystem(Job);
        var ids = batch.Select(e => e.Id).ToList();
        var there = (await context.Set<RouterEvent>().Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancellationToken)).ToHashSet();
        var names = batch.Select(LineOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var lines = (await context.Set<AccessAccount>().AsNoTracking().Where(a => a.RouterId == routerId && names.Contains(a.Username)).Select(a => new { a.Username, a.Id }).ToListAsync(cancellationToken))
            .GroupBy(a => a.Username, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        var missing = batch.Where(e => !there.Contains(e.Id)).ToList();
        foreach (var happened in missing)
        {
            happened.AccessId = LineOf(happened) is { } line && lines.TryGetValue(line, out var access) ? access : null;
        }

        context.AddRange(missing);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return missing.Count;
        }
        catch (DbUpdateException exception) when (!again && exception.IsUniqueViolation())
        {
            // Another node read the same lines at the same moment.
            return await KeepAsync(routerId, batch, cancellationToken, again: true);
        }
    }
}
