using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Finds out what lines need on the other router of a pair, and makes the plans of it.</summary>
internal sealed class PairPlanner(IDbContextFactory<PortalDbContext> contexts, RouterPlanMaker maker, PlanDrafts drafts, ISettingsReader<ProvisioningSettings> settings)
{
    public const string TwinsOrigin = "pair-twins";
    public const string MoveOrigin = "pair-move";
    public const string AlignOrigin = "pair-align";
    public const string CleanUpOrigin = "pair-cleanup";

    // Each of these keeps the line from being made or used there; others are only worth knowing.
    private static readonly PlanFindingKind[] Hindering =
    [
        PlanFindingKind.Foreign, PlanFindingKind.UnknownOwner, PlanFindingKind.PasswordUnknown, PlanFindingKind.ProfileMissing, PlanFindingKind.IsolirNotReady, PlanFindingKind.AddressMissing,
        PlanFindingKind.NameTwice,
    ];

    /// <summary>Reads the router that lines are to be put on and tells which can. <paramref name="role"/> is what it would be to them.</summary>
    public async Task<Result<AbleLines>> FindAbleAsync(PairOf pair, Guid to, IReadOnlyList<PairLine> lines, PlacementRole role, PairRequest request, CancellationToken cancellationToken)
    {
        var obstacles = new List<(PlanFinding, string)>();
        var open = new List<DesiredAccessRecord>();
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var addresses = await PairLines.AddressesAsync(context, to, cancellationToken);
            foreach (var line in lines)
            {
                if (ObstacleOf(line, addresses) is { } kind)
                {
                    obstacles.Add((FindingOf(line.Wanted, kind), line.Wanted.Username));
                }
                else
                {
                    open.Add(line.Wanted);
                }
            }
        }

        var compared = await maker.CompareAsIfAsync(
            to, open, role, pair.Mode, request.MayAdopt, await settings.GetAsync(cancellationToken), request.Kicks ?? KickPolicy.Now, cancellationToken);
        if (!compared.Succeeded)
        {
            return compared.Error;
        }

        var hindered = compared.Value.Plan.Findings.Where(f => f.AccessId is not null && Hindering.Contains(f.Kind)).DistinctBy(f => f.AccessId).ToDictionary(f => f.AccessId!.Value);
        obstacles.AddRange(open.Where(l => hindered.ContainsKey(l.AccessId)).Select(l => (hindered[l.AccessId], l.Username)));
        var plan = compared.Value.Plan with
        {
            Steps = [.. compared.Value.Plan.Steps.Where(s => s.AccessId is not { } id || !hindered.ContainsKey(id))],
            Findings = [.. compared.Value.Plan.Findings.Where(f => f.AccessId is not null && !hindered.ContainsKey(f.AccessId.Value)), .. obstacles.Select(o => o.Item1)],
        };
        return new AbleLines([.. open.Where(l => !hindered.ContainsKey(l.AccessId))], compared.Value with { Plan = plan }, obstacles);
    }

    /// <summary>What keeps a line from the other router whatever that holds.</summary>
    public static PlanFindingKind? ObstacleOf(PairLine line, IReadOnlyDictionary<string, Guid> addressesThere) =>
        line.HasTwinElsewhere ? PlanFindingKind.TwinElsewhere
        : line.Wanted.FixedAddress is { Length: > 0 } address && addressesThere.TryGetValue(address, out var holder) && holder != line.Wanted.AccessId ? PlanFindingKind.AddressTaken
        : null;

    /// <summary>What the router that lets lines go would have to do, were they moved.</summary>
    public async Task<Result<RouterPlan>> MakeAsTwinAsync(PairOf pair, Guid from, IReadOnlyList<DesiredAccessRecord> lines, KickPolicy kicks, CancellationToken cancellationToken)
    {
        var compared = await maker.CompareAsIfAsync(from, lines, PlacementRole.Twin, pair.Mode, mayAdopt: false, await settings.GetAsync(cancellationToken), kicks, cancellationToken);
        return compared.Succeeded ? compared.Value.Plan : compared.Error;
    }

    /// <summary>What has to change on a router for lines as they are declared now.</summary>
    public async Task<Result<RouterPlan>> MakeAsync(Guid routerId, IReadOnlyCollection<Guid> accessIds, KickPolicy kicks, CancellationToken cancellationToken) =>
        await maker.MakeAsync(routerId, accessIds, await settings.GetAsync(cancellationToken), kicks, acceptsMissing: false, cancellationToken);

    /// <summary>Lines that need no step are noted as what they are now.</summary>
    public Task NoteInSyncAsync(Guid routerId, AbleLines able, CancellationToken cancellationToken) => maker.NoteInSyncAsync(routerId, able.Compared, cancellationToken);

    /// <summary>Stores the draft; null when there is nothing to do on any router.</summary>
    public async Task<Result<Guid?>> SaveAsync(
        string origin, string? reason, KickPolicy kicks, IReadOnlyList<RouterPlan> plans, IReadOnlyList<UnreadRouter> unread, IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken) =>
        await SaveAsync(new PlanDraft(origin, reason, plans) { Kicks = kicks }, unread, accessIds, cancellationToken);

    /// <summary>The same.</summary>
    public async Task<Result<Guid?>> SaveAsync(PlanDraft draft, IReadOnlyList<UnreadRouter> unread, IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken)
    {
        var saved = await drafts.SaveAsync(draft, unread, accessIds, cancellationToken);
        return saved.Succeeded ? saved.Value : saved.Error.Code == ProvisioningErrors.NothingToDo.Code ? Result.Of<Guid?>(null) : saved.Error;
    }

    private static PlanFinding FindingOf(DesiredAccessRecord wanted, PlanFindingKind kind) =>
        new(kind, AccessItems.MenuOf(wanted.Service), kind == PlanFindingKind.AddressTaken ? $"{wanted.Username} {wanted.FixedAddress}" : wanted.Username, wanted.AccessId);
}
