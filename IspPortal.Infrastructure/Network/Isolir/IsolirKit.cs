using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Isolir;

internal sealed class IsolirKit(
    IDbContextFactory<PortalDbContext> contexts,
    ICurrentActor actor,
    IRouterContentsReader reader,
    IPlanDrafts drafts,
    IsolirProof proof,
    IsolirKits kits,
    IEnumerable<IRouterWriteGuard> guards,
    ISettingsReader<IsolirSettings> settings,
    ISettingsReader<ProvisioningSettings> provisioning,
    IAuditWriter audit,
    TimeProvider clock) : IIsolirKit
{
    private const int RoutersAtOnce = 4;

    public async Task<Result<IsolirReport?>> GetAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Set<IsolirCheckRecord>().AsNoTracking().FirstOrDefaultAsync(c => c.RouterId == routerId, cancellationToken);
        if (stored is null && !await context.Set<Router>().AnyAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken))
        {
            return NetworkErrors.RouterNotFound;
        }

        return Result.Of(stored is null ? null : JsonSerializer.Deserialize<IsolirReport>(stored.ReportJson));
    }

    public async Task<Result<Guid>> PlanInstallAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(routerId, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var (contents, isolir, names) = read.Value;
        var plan = IsolirPlanner.Plan(contents, isolir, names, () => RandomNumberGenerator.GetHexString(20, lowercase: true));
        return await drafts.SaveAsync(new PlanDraft("kit", null, [plan]), cancellationToken);
    }

    public async Task<Result<IsolirReport>> CheckAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(routerId, cancellationToken);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var (contents, isolir, names) = read.Value;
        var parts = IsolirPlanner.Check(contents, isolir, names);
        var wrong = parts.Count(p => p.Verdict != IsolirVerdict.Good);
        var evidence = (IReadOnlyList<IsolirEvidence>)[];
        string? address = null;
        var notProven = wrong > 0 ? IsolirErrors.PartsWrong(wrong) : null;
        if (notProven is null)
        {
            // The test session is ended once, so that it dials anew.
            foreach (var guard in guards)
            {
                if (await guard.RefuseAsync(routerId, cancellationToken) is { } refused)
                {
                    return refused;
                }
            }

            var tried = await proof.TryAsync(routerId, isolir, names, cancellationToken);
            if (!tried.Succeeded)
            {
                return tried.Error;
            }

            (evidence, address, notProven) = tried.Value;
        }

        var report = new IsolirReport(
            clock.UtcNow(),
            actor.Actor.Name,
            notProven is null,
            parts,
            evidence,
            address,
            notProven?.Code,
            [.. (notProven?.Arguments ?? []).Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")]);
        await StoreAsync(routerId, report, cancellationToken);
        await audit.WriteAsync("isolir_checked", "router", routerId.ToString(), new { proven = report.IsProven, error = report.ErrorCode }, cancellationToken);
        return report;
    }

    public async Task<Result<IsolirRound>> CheckDueAsync(bool all, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        var (green, red, failed) = (0, 0, 0);
        await Parallel.ForEachAsync(
            await kits.DueAsync(all, cancellationToken), new ParallelOptions { MaxDegreeOfParallelism = RoutersAtOnce, CancellationToken = cancellationToken }, async (routerId, token) =>
            {
                // In observe mode nothing is sent to a router, not even the end of the test session.
                var report = await CheckAsync(routerId, token);
                _ = report.Succeeded ? (report.Value.IsProven ? Interlocked.Increment(ref green) : Interlocked.Increment(ref red))
                    : report.Error.Code == ProvisioningErrors.ObserveMode.Code ? 0
                    : Interlocked.Increment(ref failed);
            });
        return new IsolirRound(green, red, failed);
    }

    private async Task<Result<(RouterContents Contents, IsolirSettings Isolir, ProvisioningSettings Names)>> ReadAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersApply) is { } denied)
        {
            return denied;
        }

        var isolir = await settings.GetAsync(cancellationToken);
        if (isolir.LandingAddress.Length == 0)
        {
            return IsolirErrors.LandingMissing;
        }

        var names = await provisioning.GetAsync(cancellationToken);
        var reading = new RouterReading(IsolirPlanner.Menus)
        {
            Keys = new Dictionary<string, IReadOnlyCollection<string>>(StringComparer.Ordinal) { [RouterMenus.PppSecret] = [isolir.TestUsername] },
            AddressLists = [IsolirRules.AllowedList],
        };
        var contents = await reader.ReadAsync(routerId, reading, cancellationToken);
        return contents.Succeeded ? (contents.Value, isolir, names) : contents.Error;
    }

    private async Task StoreAsync(Guid routerId, IsolirReport report, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var json = JsonSerializer.Serialize(report);
        var stored = await context.Set<IsolirCheckRecord>().FirstOrDefaultAsync(c => c.RouterId == routerId, cancellationToken);
        if (stored is null)
        {
            stored = new IsolirCheckRecord { RouterId = routerId, CheckedBy = report.CheckedBy, ReportJson = json };
            context.Add(stored);
        }

        DateTime? proven = report.IsProven ? report.CheckedAtUtc : null;
        (stored.CheckedAtUtc, stored.CheckedBy, stored.IsProven, stored.ReportJson, stored.ErrorCode) = (report.CheckedAtUtc, report.CheckedBy, report.IsProven, json, report.ErrorCode);
        stored.LastProvenAtUtc = proven ?? stored.LastProvenAtUtc;
        context.AddEvent(new IsolirKitChecked(routerId));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await context.Set<Router>().Where(r => r.Id == routerId).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsolirProvenAtUtc, proven), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
