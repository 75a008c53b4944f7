using System.Reflection;
using System.Text;
using IspPortal.Core.Alerts;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Idempotency;
using IspPortal.Core.Common.Jobs;
using IspPortal.Core.Common.Metrics;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Timeline;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Tokens;
using IspPortal.Core.Identity.Users;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Events;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Backups;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Plans.WhatIf;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Alerts;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Customers.Documents;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Monitoring.Relay;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Drift;
using IspPortal.Infrastructure.Network.Imports;
using IspPortal.Infrastructure.Network.Pairs;
using IspPortal.Infrastructure.Network.Backups;
using IspPortal.Infrastructure.Network.Canary;
using IspPortal.Infrastructure.Network.Isolir;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Tests.Customers.Documents;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Tests.Persistence;

/// <summary>
/// The portal's services over SQL Server's dialect: what EF Core cannot translate throws. An empty database answers, so what a service asks about a row that
/// it found is not reached; <see cref="SpeakingTransactSqlTests"/> looks at what the statements say.
/// </summary>
public sealed class EveryServiceSpeaksTransactSqlTests
{
    private static readonly Guid Id = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly SaveRouterRequest ARouter = new("RTR", "10.0.0.1", 8728, false, "portal", "secret");

    private static readonly Dictionary<string, Func<IServiceProvider, Task>> Calls = new(StringComparer.Ordinal)
    {
        ["RouterDirectory"] = async services =>
        {
            var routers = services.GetRequiredService<IRouterDirectory>();
            await routers.ListAsync(new(RouterState.Offline), new(2, 10, "a", "name"), Token);
            await routers.GetAsync(Id, Token);
            await routers.ListPlacedAsync(Token);
        },
        ["RouterEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IRouterEditor>();
            await editor.AddAsync(ARouter, Token);
            await editor.UpdateAsync(Id, 1, ARouter, Token);
            await editor.SetEnabledAsync(Id, true, Token);
            await editor.RemoveAsync(Id, "gone", Token);
        },
        ["RouterBackups"] = async services =>
        {
            var backups = services.GetRequiredService<IRouterBackups>();
            await backups.ListAsync(new(Id, true), new(2, 10, "a"), Token);
            await backups.CompareAsync(Id, Id, Token);
        },
        ["RouterBackupTaker"] = services => services.GetRequiredService<RouterBackupTaker>().TakeAllAsync(Token),
        ["IsolirKit"] = services => services.GetRequiredService<IIsolirKit>().GetAsync(Id, Token),
        ["IsolirKits"] = services => ActivatorUtilities.CreateInstance<IsolirKits>(services).DueAsync(true, Token),
        ["IsolirStepGuard"] = services =>
        {
            var isolating = new PlanStep(PlanVerb.Set, RouterMenus.PppSecret, "budi", "access.isolate") { AccessId = Id, After = new Dictionary<string, string?> { ["profile"] = new ProvisioningSettings().IsolirProfile } };
            return ActivatorUtilities.CreateInstance<IsolirStepGuard>(services).RefuseAsync(Id, [new BatchStep(1, isolating, false) { Verdict = StepVerdict.Send(null) }], new(), Token);
        },
        ["CanaryProbe"] = services => services.GetRequiredService<CanaryProbe>().FindAsync(Id, Token),
        ["AccessDirectory"] = async services =>
        {
            var accesses = services.GetRequiredService<IAccessDirectory>();
            foreach (var sort in (string?[])[null, "router", "service", "profile", "lastSeen"])
            {
                await accesses.ListAsync(new(Id, AccessService.Hotspot), new(2, 10, "a%_[", sort), Token);
                await accesses.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await accesses.GetAsync(Id, Token);
            await accesses.ListSessionsAsync(Id, new(2, 10), Token);
        },
        ["PlanSearch"] = FindAsync,
        ["NetworkSearch"] = FindAsync,
        ["AccessPlans"] = async services =>
        {
            var plans = services.GetRequiredService<IAccessPlans>();
            await plans.CreateAsync(new([Id], null), Token);
            await plans.ApplyAsync(Id, 1, Token);
            await plans.StopAsync(Id, Token);
            await plans.ResumeAsync(Id, Token);
            await plans.DiscardAsync(Id, Token);
        },
        ["AccessPlanDirectory"] = async services =>
        {
            var plans = services.GetRequiredService<IAccessPlans>();
            foreach (var sort in (string?[])[null, "created", "ended", "state"])
            {
                await plans.ListAsync(new(AccessPlanState.Draft, Id, "drift"), new(2, 10, "a%_[", sort), Token);
                await plans.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await plans.GetAsync(Id, Token);
            await plans.ListStepsAsync(Id, new(Id, PlanStepState.Failed, PlanVerb.Set), new(2, 10, "a%_["), Token);
            await plans.ListFindingsAsync(Id, Id, new(2, 10), Token);
        },
        ["PlanUndo"] = async services => await services.GetRequiredService<IAccessPlans>().UndoAsync(Id, Token),
        ["AccessEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IAccessEditor>();
            var line = new SaveAccessRequest(Id, AccessService.Pppoe, "budi", "x", "HOME-20", TwinRouterId: Ids.New(TimeProvider.System));
            await editor.AddAsync(line, Token);
            await editor.UpdateAsync(Id, 1, line, Token);
            await editor.ChangeHoldsAsync(Id, AccessHolds.Manual, AccessHolds.None, "a", Token);
            await editor.SetPasswordAsync(Id, "x", Token);
            await editor.TerminateAsync(Id, TimeSpan.Zero, "a", Token);
        },
        ["RouterPairs"] = async services =>
        {
            var pairs = services.GetRequiredService<IRouterPairs>();
            await pairs.GetAsync(Id, Token);
            await pairs.ListLinesAsync(Id, new(), new(2, 10, "a%_["), Token);
            await pairs.PreviewAsync(Id, new(PairAction.MoveBack, new()), Token);
            await pairs.PlanAsync(Id, new(PairAction.MoveBack, new(), "a"), Token);

            // An empty database has no pair: its queries are asked by themselves.
            await using var context = services.GetRequiredService<PortalContextSource>().CreateForSystem("test");
            var pair = new PairOf(Id, "A", Ids.New(TimeProvider.System), "B", PairMode.Standby);
            foreach (var action in Enum.GetValues<PairAction>())
            {
                await PairLines.CandidatesAsync(context, pair, new(action, new(PairLineState.Pending, Id, true, [Id], "a%_[")), Token);
            }

            foreach (var state in Enum.GetValues<PairLineState>())
            {
                await PairLines.Narrow(PairLines.Of(context, pair), new(state)).OrderBy(l => l.Wanted.Username).Skip(10).Take(10).ToListAsync(Token);
            }

            await PairLines.AddressesAsync(context, Id, Token);
            await PairLines.CountAsync(context, pair, Token);
            await PairPlans.OpenAsync(context, Id, Id, Token);
        },
        ["PairPlanner"] = async services =>
            await services.GetRequiredService<PairPlanner>().FindAbleAsync(new PairOf(Id, "A", Id, "B", PairMode.Active), Id, [], PlacementRole.Twin, new(PairAction.DeclareTwins, new()), Token),
        ["PairBook"] = async services =>
        {
            var book = services.GetRequiredService<PairBook>();
            await book.MoveAsync(new PairOf(Id, "A", Id, "B", PairMode.Active), Id, [Id], "a", false, Token);
            await book.DiscardCleanUpsAsync(Id, Token);
        },
        ["CleanUpDrafts"] = services => services.GetRequiredService<CleanUpDrafts>().PrepareAsync(Token),
        ["SharedLines"] = services => services.GetRequiredService<SharedLines>().RefreshAsync(Token),
        ["PlanRetention"] = async services => await services.GetRequiredService<PlanRetention>().RemoveOldAsync(Token),
        ["OwnedAccesses"] = async services => await services.GetRequiredService<IOwnedAccesses>().GetAsync(Id, Token),
        ["PlanPump"] = services => services.GetRequiredService<PlanPump>().TakeDueAsync(Token),
        ["DesiredAccesses"] = async services => await services.GetRequiredService<DesiredAccesses>().LoadAsync(Id, [Id], new(), Token),
        ["RouterEvents"] = async services =>
        {
            var events = services.GetRequiredService<IRouterEvents>();
            await events.ListAsync(new(Id, Id, null, DateTime.UnixEpoch, DateTime.UnixEpoch), new(2, 10, "a"), Token);
            await events.ListAsync(new(Kind: RouterEventKind.LinkDown), new(1, 10), Token);
            await events.WhoHadAsync("10.0.0.1", DateTime.UnixEpoch, Token);
        },
        ["RouterLogHarvest"] = services => services.GetRequiredService<RouterLogHarvest>().ReadAllAsync(Token),
        ["RouterEventRetention"] = services => services.GetRequiredService<RouterEventRetention>().RemoveOldAsync(Token),
        ["RouterOperations"] = async services => await services.GetRequiredService<IRouterOperations>().KickAsync(Id, null, Token),
        ["RouterClients"] = async services => await services.GetRequiredService<RouterClients>().GetAsync(Id, Token),
        ["ObserveModeGuard"] = async services =>
        {
            foreach (var guard in services.GetServices<IRouterWriteGuard>())
            {
                await guard.RefuseAsync(Id, Token);
            }
        },
        ["PlacementWriter"] = async services =>
        {
            var placements = services.GetRequiredService<PlacementWriter>();
            await placements.StillOnlyHereAsync(Id, [StepOf(PlanVerb.Remove, "access.remove"), StepOf(PlanVerb.Set, "access.standby")], Token);
            await placements.NoteInSyncAsync(Id, [new(Id, AccessService.Pppoe, "budi", AccessState.Active, "HOME-20")], Token);
        },
        ["Imports"] = async services =>
        {
            var imports = services.GetRequiredService<IImports>();
            await imports.ChooseAsync(Id, new(ImportVerdict.Matched, FoundKind.Secret, [1]), true, Token);
            await imports.TakeAsync(Id, 1, Token);
            await imports.DiscardAsync(Id, Token);
        },
        ["ImportDirectory"] = async services =>
        {
            var imports = services.GetRequiredService<IImports>();
            await imports.ListAsync(new(2, 10, "a%_["), Token);
            await imports.GetAsync(Id, Token);
            await imports.ListDraftsAsync(Id, new(ImportVerdict.Conflict, FoundKind.Queue), new(2, 10, "a%_[", "name"), Token);
        },
        ["ImportReader"] = async services => await services.GetRequiredService<ImportReader>().ReadAsync(Id, [], Token),
        ["AccessTaker"] = async services => await services.GetRequiredService<AccessTaker>().TakeAsync(Id, [], (_, _) => Task.CompletedTask, Token),
        ["DriftDesk"] = async services =>
        {
            var drift = services.GetRequiredService<IDrift>();
            await drift.ApplyAsync(new(), null, Token);
            await drift.AdoptAsync(new(DriftKind.Changed, Id, false, [Id]), "a", Token);
            await drift.IgnoreAsync(new(), "a", Token);
            await drift.UnignoreAsync(new(), Token);
        },
        ["DriftDirectory"] = async services =>
        {
            var drift = services.GetRequiredService<IDrift>();
            foreach (var sort in (string?[])[null, "key", "router", "kind", "firstSeen"])
            {
                await drift.ListAsync(new(DriftKind.Changed, Id, true, [Id]), new(2, 10, "a%_[", sort), Token);
                await drift.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await drift.ListRoutersAsync(Token);
            await drift.PreviewAsync(new(Ignored: false), Token);
        },
        ["RouterReconciler"] = async services => await services.GetRequiredService<RouterReconciler>().CompareDueAsync(false, Token),
        ["DriftAdopter"] = async services => await services.GetRequiredService<DriftAdopter>().AdoptAsync(Id, [], "a", Token),
        ["ObserveMode"] = async services =>
        {
            var observe = services.GetRequiredService<IObserveMode>();
            await observe.GetAsync(Id, Token);
            await observe.EnterAsync(Id, "a", Token);
            await observe.LeaveAsync(Id, "a", Token);
        },
        ["PoolDirectory"] = async services =>
        {
            var addressing = services.GetRequiredService<IAddressing>();
            await addressing.ListRoutersAsync(Token);
            foreach (var sort in (string?[])[null, "used", "name", "router", "size", "read"])
            {
                await addressing.ListPoolsAsync(new(Id, true, PoolFamily.Ipv4), new(2, 10, "a%_[", sort), Token);
                await addressing.ListPoolsAsync(new(), new(1, 10, null, sort, true), Token);
            }
        },
        ["AssignmentDirectory"] = async services =>
        {
            var addressing = services.GetRequiredService<IAddressing>();
            foreach (var sort in (string?[])[null, "address", "username", "router"])
            {
                await addressing.ListAssignmentsAsync(new(Id, Id, null, true), new(2, 10, "10.2", sort), Token);
                await addressing.ListAssignmentsAsync(new(Owned: true), new(1, 10, null, sort, true), Token);
                await addressing.ListAssignmentsAsync(new(Owned: false, Live: false), new(1, 10, "a%_[", sort, true), Token);
            }
        },
        ["ConflictDirectory"] = async services =>
        {
            var addressing = services.GetRequiredService<IAddressing>();
            foreach (var sort in (string?[])[null, "address", "kind", "firstSeen"])
            {
                await addressing.ListConflictsAsync(new(AddressConflictKind.InsidePool, AddressConflictState.Open, Id, Id), new(2, 10, "a%_[", sort), Token);
                await addressing.ListConflictsAsync(new(State: AddressConflictState.Resolved), new(1, 10, null, sort, true), Token);
            }
        },
        ["AddressDesk"] = async services =>
        {
            await services.GetRequiredService<IAddressing>().MarkIntendedAsync(Id, "a", Token);
            await services.GetRequiredService<IAddressing>().MarkOpenAsync(Id, Token);
        },
        ["AddressAssigner"] = async services =>
        {
            var assigner = services.GetRequiredService<IAddressAssigner>();
            await assigner.CheckAsync(Id, "10.0.0.1", Id, Token);
            await assigner.FindFreeAsync(Id, "10.0.0.0/24", Token);
            await assigner.FindFreeInPoolAsync(Id, Token);
            await assigner.AssignAsync(Id, "10.0.0.0/24", Token);
        },
        ["AddressHarvest"] = async services => await services.GetRequiredService<AddressHarvest>().ReadDueAsync(false, Token),
        ["AddressConflictKeeper"] = async services => await services.GetRequiredService<AddressConflictKeeper>().FindAsync(true, Token),
        ["CustomerDirectory"] = async services =>
        {
            var customers = services.GetRequiredService<ICustomerDirectory>();
            foreach (var sort in (string?[])[null, "name", "number", "registered", "city", "updated"])
            {
                await customers.ListAsync(new(CustomerStatus.Active, CustomerKind.Business, "Bekasi", "vip", true), new(2, 10, "a%_[ santoso", sort), Token);
                await customers.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await customers.GetAsync(Id, Token);
            await customers.ListChoicesAsync(Token);
        },
        ["DuplicateFinder"] = async services => await services.GetRequiredService<DuplicateFinder>().FindAsync(new(Id, "Budi Santoso", "0812 3456 7890", "3216010203040005", "a", "b"), Token),
        ["CustomerEditor"] = async services =>
        {
            var editor = services.GetRequiredService<ICustomerEditor>();
            await editor.UpdateAsync(Id, 1, new("Budi", CustomerKind.Residential), Token);
            await editor.RemoveAsync(Id, "a", Token);
            await editor.RestoreAsync(Id, Token);
            await editor.AddNoteAsync(Id, "a", Token);
        },
        ["CustomerIdentity"] = async services => await services.GetRequiredService<ICustomerIdentity>().RevealAsync(Id, Token),
        ["CustomerMerger"] = async services =>
        {
            await services.GetRequiredService<ICustomerMerge>().PreviewAsync(Id, Ids.New(TimeProvider.System), Token);
            foreach (var part in services.GetServices<ICustomerMergePart>())
            {
                await using var context = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token);
                await part.CountAsync(context, Id, Token);
            }
        },
        ["CustomerTransfer"] = async services =>
            await services.GetRequiredService<ICustomerTransfer>().TransferAsync(Id, 1, new("Budi", CustomerKind.Residential, new DateOnly(2026, 11, 1), "a"), Token),
        ["CustomerPrivacy"] = async services =>
        {
            await services.GetRequiredService<ICustomerPrivacy>().ExportAsync(Id, Token);
            await services.GetRequiredService<ICustomerPrivacy>().EraseAsync(Id, "a", Token);
        },
        ["CustomerLifecycle"] = async services => await services.GetRequiredService<ICustomerLifecycle>().FollowAsync(Id, new(0, 1, 0, 0), null, Token),
        ["BillingAccountDesk"] = async services =>
        {
            var accounts = services.GetRequiredService<IBillingAccounts>();
            await accounts.ListAsync(Id, new(2, 10, "a%_[", "number", true), Token);
            await accounts.GetAsync(Id, Token);
            await accounts.UpdateAsync(Id, 1, new("a", null, PaymentWay.Cash, null, true), Token);
            await accounts.CloseAsync(Id, Token);
        },
        ["CustomerSearch"] = FindAsync,
        ["CustomerAuditNames"] = NamesAsync,
        ["CustomerHistoryTimeline"] = ReadTimelineAsync,
        ["CustomerDocumentDirectory"] = async services =>
        {
            var documents = services.GetRequiredService<ICustomerDocumentDirectory>();
            foreach (var expiry in Enum.GetValues<DocumentExpiry>())
            {
                foreach (var sort in (string?[])[null, "uploaded", "expires"])
                {
                    await documents.ListAsync(new(Id, DocumentKind.Contract, DocumentState.Pending, expiry, true), new(2, 10, "a%_[ santoso", sort), Token);
                    await documents.ListAsync(new(Expiry: expiry), new(1, 10, null, sort, true), Token);
                }
            }

            await documents.GetAsync(Id, Token);
            await documents.OpenAsync(Id, Token);
        },
        ["CustomerDocumentDesk"] = async services =>
        {
            var desk = services.GetRequiredService<ICustomerDocumentDesk>();
            await desk.AddAsync(Id, new(Id, DocumentKind.Contract, "a.pdf", SampleFiles.Pdf()), Token);
            await desk.ChangeAsync(Id, 1, new(DocumentKind.Contract), Token);
            await desk.VerifyAsync(Id, 1, Token);
            await desk.RemoveAsync(Id, "a", Token);
            await desk.RestoreAsync(Id, Token);
        },
        ["DocumentSweeper"] = async services => await services.GetRequiredService<DocumentSweeper>().SweepAsync(Token),
        ["DocumentEraser"] = services => services.GetRequiredService<DocumentEraser>().HandleAsync(new(Id), Token),
        ["DocumentTimeline"] = ReadTimelineAsync,
        ["DocumentAuditNames"] = NamesAsync,
        ["CustomerAuditTimeline"] = ReadTimelineAsync,
        ["PlanCatalog"] = async services =>
        {
            var plans = services.GetRequiredService<IPlanCatalog>();
            foreach (var sort in (string?[])[null, "name", "down", "price", "state"])
            {
                await plans.ListAsync(new(true, AccessService.Pppoe, PlanPayment.Prepaid, PlanAudience.Business) { IsPopular = true }, new(2, 10, "a%_[", sort), Token);
                await plans.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await plans.GetAsync(Id, Token);
            await plans.PriceOnAsync(Id, DateOnly.MinValue, Token);
        },
        ["PlanEditor"] = async services =>
        {
            var editor = services.GetRequiredService<IPlanEditor>();
            var plan = new SavePlanRequest("A", "A", AccessService.Pppoe, new(1_000_000, 1_000_000)) { Terms = new(Money.Idr(1)) };
            await editor.AddAsync(plan, Token);
            await editor.UpdateAsync(Id, 1, plan, Token);
            await editor.SetActiveAsync(Id, false, Token);
            await editor.SchedulePriceAsync(Id, new(1, new(2026, 12, 1), plan.Terms), Token);
            await editor.WithdrawPriceAsync(Id, Id, Token);
        },
        ["OwnedPlanUsage"] = async services =>
        {
            await services.GetRequiredService<IPlanUsage>().CountAsync([Id], Token);
            await services.GetRequiredService<IPlanUsage>().GetAsync(Id, Token);
            await services.GetRequiredService<IPlanUsage>().ListStaticLinesAsync(Id, Token);
        },
        ["PlanForecast"] = async services => await services.GetRequiredService<IPlanForecast>().WhatIfAsync(Id, new(Money.Idr(1)), Token),
        ["RouterProfiles"] = services => services.GetRequiredService<RouterProfiles>().ReadAsync([Id], AccessService.Pppoe, Token),
        ["PlanProfiles"] = async services =>
        {
            await services.GetRequiredService<IPlanProfiles>().ListAsync(Id, Token);
            await services.GetRequiredService<IPlanProfiles>().MapAsync(Id, Id, "a", Token);
        },
        ["PlanAddOns"] = async services =>
        {
            var addOns = services.GetRequiredService<IPlanAddOns>();
            foreach (var sort in (string?[])[null, "code", "price"])
            {
                await addOns.ListAsync(new(AddOnKind.Other, true, Id), new(2, 10, "a%_[", sort), Token);
                await addOns.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await addOns.AddAsync(new("A", "A", AddOnKind.Other, Money.Zero, true), Token);
            await addOns.GetAsync(Id, Token);
        },
        ["PlanPromotions"] = async services =>
        {
            var promotions = services.GetRequiredService<IPlanPromotions>();
            foreach (var state in Enum.GetValues<PromotionState>())
            {
                foreach (var sort in (string?[])[null, "name", "to"])
                {
                    await promotions.ListAsync(new(state, PromotionKind.Percent, Id), new(2, 10, "a%_[", sort), Token);
                    await promotions.ListAsync(new(state), new(1, 10, null, sort, true), Token);
                }
            }

            await promotions.AddAsync(new("A", PromotionKind.Percent, new(2026, 1, 1), null) { Percent = 5 }, Token);
            await promotions.GetAsync(Id, Token);
        },
        ["SpeedCampaigns"] = async services =>
        {
            var campaigns = services.GetRequiredService<ISpeedCampaigns>();
            foreach (var sort in (string?[])[null, "name", "state", "starts"])
            {
                await campaigns.ListAsync(SpeedCampaignState.Running, new(2, 10, "a%_[", sort), Token);
                await campaigns.ListAsync(null, new(1, 10, null, sort, true), Token);
            }

            await campaigns.AddAsync(new("A", [Id], new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 12, 2, 0, 0, 0, DateTimeKind.Utc)) { FactorPercent = 200 }, Token);
            await campaigns.GetAsync(Id, Token);
            await campaigns.StopAsync(Id, "a", Token);
        },
        ["SpeedCampaignRunner"] = async services => await services.GetRequiredService<SpeedCampaignRunner>().RunDueAsync(Token),
        ["AlertDirectory"] = async services =>
        {
            var alerts = services.GetRequiredService<IAlertDirectory>();
            foreach (var sort in (string?[])[null, "severity", "status", "opened", "subject"])
            {
                await alerts.ListAsync(new(AlertStatus.Open, AlertSeverity.Critical, Id, true), new(2, 10, "a", sort), Token);
                await alerts.ListAsync(new(), new(1, 10, null, sort, true), Token);
            }

            await alerts.SummaryAsync(Token);
        },
        ["AlertDesk"] = async services =>
        {
            await services.GetRequiredService<IAlertDesk>().AcknowledgeAsync(Id, 1, "seen", Token);
            await services.GetRequiredService<IAlertDesk>().ResolveAsync(Id, 1, "done", Token);
        },
        ["AlertIncidents"] = async services =>
        {
            var incidents = services.GetRequiredService<AlertIncidents>();
            await incidents.OpenAsync(new() { Kind = AlertKind.IsolirKitRed, SubjectId = Id, SubjectName = "a", OpenedAtUtc = DateTime.UnixEpoch }, Token);
            await incidents.ResolveAsync(AlertKind.IsolirKitRed, Id, Token);
        },
        ["IsolirWatch"] = services => ActivatorUtilities.CreateInstance<IsolirWatch>(services).HandleAsync(new(Id), Token),
        ["AlertBoard"] = services => services.GetRequiredService<AlertBoard>().SumAsync(Token),
        ["UserDirectory"] = async services =>
        {
            var users = services.GetRequiredService<IUserDirectory>();
            foreach (var state in Enum.GetValues<UserState>())
            {
                foreach (var sort in (string?[])[null, "email", "state", "lastSignIn", "created"])
                {
                    await users.ListAsync(new(PortalRoles.Auditor, state), new(2, 10, "a", sort), Token);
                    await users.ListAsync(new(), new(1, 10, null, sort, true), Token);
                }
            }

            await users.GetAsync(Id, Token);
        },
        ["UserEditor"] = async services =>
        {
            var users = services.GetRequiredService<IUserEditor>();
            await users.InviteAsync(new("a@isp.test", "A", [PortalRoles.Auditor]), Token);
            await users.UpdateAsync(Id, 1, new("A", [PortalRoles.Auditor], null), Token);
            await users.SetActiveAsync(Id, false, Token);
            await users.IssueLinkAsync(Id, Token);
            await users.UnlockAsync(Id, Token);
            await users.ResetTotpAsync(Id, Token);
            await users.SignOutEverywhereAsync(Id, Token);
        },
        ["SignInService"] = services => services.GetRequiredService<ISignIn>().WithPasswordAsync("a@isp.test", "kopi hitam", Token),
        ["AccountSessions"] = async services => await services.GetRequiredService<IAccountSessions>().FindAsync(Id, "stamp", Token),
        ["AccountLinksService"] = async services =>
        {
            var links = services.GetRequiredService<IAccountLinks>();
            await links.PreviewAsync("token", Token);
            await links.ChoosePasswordAsync("token", "kopi hitam tanpa gula", Token);
            await links.SetUpAsync("token", new("a@isp.test", "A", "kopi hitam tanpa gula"), Token);
        },
        ["SetUpLink"] = services => services.GetRequiredService<ISetUpLink>().IssueIfNeededAsync(Token),
        ["AccountSelfService"] = services => services.GetRequiredService<IAccountSelfService>().GetAsync(Token),
        ["ApiTokens"] = async services =>
        {
            await services.GetRequiredService<IApiTokens>().RefreshAsync("token", Token);
            await services.GetRequiredService<IApiTokens>().RevokeAsync("token", Token);
        },
        ["TokenKeys"] = async services => await services.GetRequiredService<ITokenKeys>().EnsureAsync(null, Token),
        ["SettingsStore`1"] = async services => await services.GetRequiredService<ISettingsReader<MonitoringSettings>>().GetAsync(Token),
        ["SettingsService`1"] = async services =>
        {
            var catalog = services.GetRequiredService<ISettingsCatalog>();
            await catalog.ListAsync(Token);
            await catalog.SaveAsync("monitoring", (await catalog.FindAsync("monitoring", Token)).Value.Values, 0, Token);
        },
        ["IdempotencyLedger"] = async services =>
        {
            var ledger = services.GetRequiredService<IIdempotencyLedger>();
            await ledger.ClaimAsync(new("User:1", "key", "POST /", Encoding.UTF8.GetBytes("{}")), Token);
            await ledger.CompleteAsync(Id, new(201, "application/json", "/", "{}"), Token);
            await ledger.AbandonAsync(Id, Token);
            await ledger.RemoveExpiredAsync(Token);
        },
        ["JobDirectory"] = services => services.GetRequiredService<IJobDirectory>().ListAsync(Token),
        ["JobRuns"] = async services =>
        {
            var declared = services.GetServices<JobDeclaration>().First();
            await services.GetRequiredService<JobRuns>().EndedAsync(declared, DateTime.UnixEpoch, TimeSpan.FromSeconds(1), JobReport.Failed("x"));
        },
        ["OutboxMetrics"] = async services =>
        {
            foreach (var source in services.GetServices<IMetricSource>())
            {
                await source.ReadAsync(Token);
            }
        },
        ["DeadLetterDesk"] = async services =>
        {
            await services.GetRequiredService<IDeadLetterDesk>().ListAsync(new(2, 10, "a"), Token);
            await services.GetRequiredService<IDeadLetterDesk>().RetryAsync(1, Token);
        },
        ["AuditDirectory"] = async services =>
        {
            await services.GetRequiredService<IAuditDirectory>().ListAsync(new(), new(1, 10), Token);
            await services.GetRequiredService<IAuditDirectory>().FindAsync(Id, Token);
        },
        ["AlertAuditNames"] = NamesAsync,
        ["PlanAuditNames"] = NamesAsync,
        ["NetworkAuditNames"] = NamesAsync,
        ["UserAuditNames"] = NamesAsync,
        ["AuditWriter"] = services => services.GetRequiredService<IAuditWriter>().WriteAsync("did", "router", "1", null, Token),
        ["CollectionWriter"] = async services =>
        {
            var writer = services.GetRequiredService<CollectionWriter>();
            await writer.RecallAsync(Id, Token);
            await writer.OwnedSinceAsync(Id, DateTime.UnixEpoch, Token);
            await writer.OwnedNamedAsync(Id, ["budi"], Token);
            await writer.PinCertificateAsync(Id, "AB", Token);
        },
        ["CollectorFleet"] = services => services.GetRequiredService<CollectorFleet>().AssignAsync(Token),
        ["RouterRelay"] = async services =>
        {
            var relay = services.GetRequiredService<RouterRelay>();
            await relay.LeasesChangedAsync(new HashSet<Guid>(), [Id], Token);
            await relay.ReceiveAsync(Token);
        },
        ["RouterLeases"] = async services =>
        {
            await services.GetRequiredService<RouterLeases>().HoldAsync([Id], Token);
            await services.GetRequiredService<RouterLeases>().ReleaseAsync(Token);
        },
    };

    /// <summary>Those that ask the database elsewhere, or nothing that a table answers.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["OutboxPump"] = "SpeakingTransactSqlTests",
        ["PlanDrafts"] = "adds rows and asks nothing",
        ["CanaryGuard"] = "asks by key alone, once a router answers",
        ["PlanPartRunner"] = "asks by keys alone, once a plan is due",
        ["UnreadParts"] = "asks by keys alone, once a plan is due",
        ["OutboxRetention"] = "SpeakingTransactSqlTests",
        ["AuditRetention"] = "SpeakingTransactSqlTests",
        ["RouterWatch"] = "asks about incidents as AlertBoard does, once a router is lost",
        ["LabAccounts"] = "the lab runs on SQLite and PostgreSQL",
        ["LabCustomersStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabPlansStep"] = "the lab runs on SQLite and PostgreSQL",
        ["LabRoutersStep"] = "the lab runs on SQLite and PostgreSQL",
        ["DatabaseHealthCheck"] = "asks whether it can connect",
        ["MigrationAtStart"] = "runs migrations",
        ["PortalBackup"] = "SQL Server has its own",
        ["PortalDbContextFactory"] = "makes contexts",
        ["Contexts"] = "makes contexts",
    };

    public static TheoryData<string> Names => [.. Calls.Keys.Order(StringComparer.Ordinal)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Names))]
    public async Task Its_queries_can_be_said(string service)
    {
        var transcript = new SqlServerTranscript(new ManualClock());
        using var host = Build(transcript);
        await using var scope = host.Services.CreateAsyncScope();
        await Calls[service](scope.ServiceProvider);
        Assert.NotEmpty(transcript.Statements);
    }

    [Fact]
    public void Every_service_that_asks_the_database_is_called()
    {
        var asking = typeof(PortalDbContext).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .SelectMany(constructor => constructor.GetParameters())
                .Any(parameter => parameter.ParameterType == typeof(PortalContextSource) || parameter.ParameterType == typeof(IDbContextFactory<PortalDbContext>)))
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal))
            .Select(type => type.Name);
        Assert.Empty(asking.Except(Calls.Keys).Except(Elsewhere.Keys));
    }

    private static AccessPlanStepRecord StepOf(PlanVerb verb, string reason) => new() { AccessId = Id, Verb = verb, Menu = RouterMenus.PppSecret, Key = "budi", Reason = reason };

    private static async Task FindAsync(IServiceProvider services)
    {
        foreach (var source in services.GetServices<ISearchSource>())
        {
            await source.FindAsync("a%_[", 10, Token);
        }
    }

    private static Task ReadTimelineAsync(IServiceProvider services) =>
        services.GetRequiredService<ITimeline>().ReadAsync(new(TimelineSubject.OfCustomer(Id), 10, new(DateTime.UnixEpoch, Id)), Token);

    private static async Task NamesAsync(IServiceProvider services)
    {
        foreach (var names in services.GetServices<IAuditNames>())
        {
            await names.NamesAsync([.. ((string[])["router", "access", "alert", "user", "customer", "billing_account", "customer_document", "service-plan", "plan-add-on", "plan-promotion", "speed-campaign"]).Select(entity => new AuditThing(entity, Id.ToString()))], Token);
            await names.FindAsync("a%_[", 10, Token);
        }
    }

    private static IHost Build(SqlServerTranscript transcript)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddPortalFoundation(builder.Configuration);
        builder.Services.AddPortalIdentity(builder.Configuration);
        builder.Services.AddRouterOs().AddNetwork().AddMonitoring().AddAlerts().AddCustomers().AddPlans();
        builder.Services.Replace(ServiceDescriptor.Singleton(transcript.Source));
        builder.Services.Replace(ServiceDescriptor.Scoped<ICurrentActor>(_ => new TestActor([.. RolePermissions.All])));
        builder.Services.RemoveAll<IRouterChangeListener>();
        return builder.Build();
    }
}
