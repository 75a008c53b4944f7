using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>
/// Makes subscriptions of the sample ISP's lines on the routers that the portal keeps, once, under fixed ids: each with the price of its time, some with another plan before, some held back for
/// a time that ran out; and those of people who left.
/// </summary>
internal sealed class LabSubscriptionsStep(SampleIsp sample, PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-subscriptions";
    private const string Actor = "system:" + By;
    private const int RowsAtOnce = 400;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!LabSubscriptions.IsKept(sample, 0))
        {
            return;
        }

        await using var context = source.CreateForSystem(By);
        var first = LabSubscriptions.SubscriptionId(0);
        var customer = LabCustomers.CustomerId(0);
        if (await context.Set<Subscription>().AnyAsync(s => s.Id == first, cancellationToken) || !await context.Set<Customer>().AnyAsync(c => c.Id == customer, cancellationToken))
        {
            return;
        }

        var plans = await context.Set<ServicePlan>().AsNoTracking().ToDictionaryAsync(p => p.Id, cancellationToken);
        var prices = await context.Set<PlanPrice>().AsNoTracking().ToDictionaryAsync(p => p.Id, cancellationToken);
        var accounts = await context.Set<BillingAccount>().AsNoTracking().Select(a => new { a.Id, a.CustomerId }).ToDictionaryAsync(a => a.Id, a => a.CustomerId, cancellationToken);
        var taken = await context.Set<DesiredAccessRecord>().Select(w => w.UsernameKey).ToListAsync(cancellationToken);
        // What people did with a line or a plan before this step came stays as it is.
        var drafts = Drafts(plans, prices).Where(d => accounts.ContainsKey(d.AccountId) && !taken.Contains(DesiredAccessRecord.KeyOf(d.Service, d.Username))).ToList();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await NumberAsync(context, drafts, cancellationToken);
        var ids = drafts.ConvertAll(d => d.AccessId);
        var there = await ThereAsync(context, ids, cancellationToken);
        await context.InsertSampleRowsAsync(drafts.Where(d => !there.Contains(d.AccessId)).Select(AccountOf).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.ConvertAll(LineOf), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.ConvertAll(PlacementOf), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.ConvertAll(d => SubscriptionOf(d, accounts[d.AccountId])), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.SelectMany(TermsOf).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.Where(d => d.IsOwing).Select(HoldOf).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.SelectMany(d => HistoryOf(d, accounts[d.AccountId])).ToList(), cancellationToken);
        await context.InsertSampleRowsAsync(drafts.ConvertAll(d => EntryOf(d, accounts[d.AccountId])), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task NumberAsync(PortalDbContext context, List<Draft> drafts, CancellationToken cancellationToken)
    {
        foreach (var month in drafts.GroupBy(draft => new DateOnly(draft.SoldOn.Year, draft.SoldOn.Month, 1)))
        {
            var sold = month.OrderBy(draft => draft.SoldOn).ToList();
            var numbers = await context.TakeNumbersAsync(Subscription.NumberPrefix, month.Key, sold.Count, cancellationToken);
            foreach (var (at, draft) in sold.Index())
            {
                draft.Number = numbers[at];
            }
        }
    }

    private static async Task<HashSet<Guid>> ThereAsync(PortalDbContext context, List<Guid> ids, CancellationToken cancellationToken)
    {
        var there = new HashSet<Guid>();
        foreach (var some in ids.Chunk(RowsAtOnce).Select(c => c.ToList()))
        {
            there.UnionWith(await context.Set<AccessAccount>().Where(a => some.Contains(a.Id)).Select(a => a.Id).ToListAsync(cancellationToken));
            await context.Set<AccessAccount>().Where(a => some.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsOwned, true), cancellationToken);
        }

        return there;
    }

    private static AccessAccount AccountOf(Draft draft) => new()
    {
        Id = draft.AccessId,
        RouterId = draft.RouterId,
        Service = draft.Service,
        Username = draft.Username,
        SearchKey = AccessAccount.SearchKeyOf(draft.Username, null),
        IsOwned = true,
        FirstSeenAtUtc = At(draft.SoldOn),
        Version = 1,
    };

    private static DesiredAccessRecord LineOf(Draft draft) => new()
    {
        AccessId = draft.AccessId,
        Service = draft.Service,
        Username = draft.Username,
        UsernameKey = DesiredAccessRecord.KeyOf(draft.Service, draft.Username),
        Password = draft.Password,
        PasswordRevision = draft.Password is null ? 0 : 1,
        Lifecycle = draft.EndedOn is null ? AccessLifecycle.Live : AccessLifecycle.Terminated,
        Holds = draft.IsOwing ? AccessHolds.Expired : AccessHolds.None,
        Profile = draft.Plan.Profile,
        RateLimit = draft.Service == AccessService.Static ? draft.Plan.Speed.ToRateLimit().ToString() : null,
        FixedAddress = draft.FixedAddress ?? "",
        ClaimedAddress = draft.EndedOn is null ? Core.Network.Addressing.Ipv4.ToNumber(draft.FixedAddress) : null,
        CallerId = "",
        Note = LineContent.NoteOf(draft.Number, draft.CustomerName),
        KeepDisabledUntilUtc = draft.EndedOn is { } ended ? At(ended.AddDays(30)) : null,
        KeptBy = draft.Number,
        CreatedAtUtc = At(draft.SoldOn),
        Version = 1,
    };

    private AccessPlacement PlacementOf(Draft draft) => new()
    {
        AccessId = draft.AccessId,
        RouterId = draft.RouterId,
        Role = PlacementRole.Primary,
        PasswordRevision = draft.Password is null ? 0 : 1,
        AppliedState = draft.EndedOn is not null ? AccessState.Absent : draft.IsOwing ? AccessState.Isolated : AccessState.Active,
        AppliedAtUtc = clock.UtcNow(),
    };

    private Subscription SubscriptionOf(Draft draft, Guid customerId) => new()
    {
        Id = draft.Id,
        Number = draft.Number,
        CustomerId = customerId,
        BillingAccountId = draft.AccountId,
        AccessId = draft.AccessId,
        Service = draft.Service,
        PlanId = draft.Plan.Id,
        PriceId = draft.Price.Id,
        Price = draft.Price.Price,
        InstallationFee = draft.Price.InstallationFee,
        RouterId = draft.RouterId,
        Username = draft.Username,
        Status = draft.EndedOn is not null ? SubscriptionStatus.Terminated : draft.IsOwing ? SubscriptionStatus.Expired : SubscriptionStatus.Active,
        Holds = draft.IsOwing ? AccessHolds.Expired : AccessHolds.None,
        AutoRenew = draft is { IsOwing: false, EndedOn: null },
        StartsOn = draft.SoldOn.AddDays(1),
        EndsOn = EndOf(draft),
        ContractEndsOn = SubscriptionTransitions.ContractEndOf(draft.Plan, draft.SoldOn.AddDays(1)),
        Address = draft.Address,
        Latitude = draft.Latitude,
        Longitude = draft.Longitude,
        ActivatedAtUtc = At(draft.SoldOn.AddDays(1)),
        TerminatedAtUtc = draft.EndedOn is { } ended ? At(ended) : null,
        TerminationReason = draft.EndedOn is null ? null : "Pindah rumah ke luar jangkauan",
        CreatedBy = Actor,
        CreatedAtUtc = At(draft.SoldOn),
        UpdatedAtUtc = At(draft.SoldOn.AddDays(1)),
        Version = 1,
    };

    private DateOnly Today => DateOnly.FromDateTime(clock.UtcNow());

    // Prepaid time runs to the end of the month under way; those who owe did not pay for it.
    private DateOnly? EndOf(Draft draft)
    {
        if (draft.EndedOn is { } ended)
        {
            return ended;
        }

        if (draft.Plan.Payment == PlanPayment.Postpaid)
        {
            return null;
        }

        return draft.IsOwing ? Today.AddDays(-2 - (draft.Index % 6)) : SubscriptionCalendar.NextStart(draft.SoldOn.AddDays(1), draft.Plan.Period, Today).AddDays(-1);
    }

    private static IEnumerable<SubscriptionTerm> TermsOf(Draft draft)
    {
        var from = draft.SoldOn.AddDays(1);
        if (draft.Before is { } before)
        {
            yield return new SubscriptionTerm { SubscriptionId = draft.Id, FromOn = from, ToOn = before.On.AddDays(-1), PlanId = before.Plan.Id, PriceId = before.Price.Id, Price = before.Price.Price };
            from = before.On;
        }

        yield return new SubscriptionTerm { SubscriptionId = draft.Id, FromOn = from, ToOn = draft.EndedOn, PlanId = draft.Plan.Id, PriceId = draft.Price.Id, Price = draft.Price.Price };
    }

    private SubscriptionHold HoldOf(Draft draft) => new() { SubscriptionId = draft.Id, Kind = AccessHolds.Expired, SinceUtc = At(EndOf(draft)!.Value.AddDays(1)), ActorName = "system:run-subscription-dates" };

    private IEnumerable<SubscriptionHistoryEntry> HistoryOf(Draft draft, Guid customerId)
    {
        var installed = draft.SoldOn.AddDays(1);
        yield return Entry(draft, customerId, draft.SoldOn, SubscriptionHistoryKind.Sold, installed, null, (draft.Before?.Plan ?? draft.Plan).Slug);
        yield return Entry(draft, customerId, installed, SubscriptionHistoryKind.Activated, installed);
        if (draft.Before is { } before)
        {
            yield return Entry(draft, customerId, before.On, SubscriptionHistoryKind.PlanChanged, before.On, before.Plan.Slug, draft.Plan.Slug);
        }

        if (draft.IsOwing)
        {
            yield return Entry(draft, customerId, EndOf(draft)!.Value.AddDays(1), SubscriptionHistoryKind.Held, null, null, nameof(AccessHolds.Expired));
        }

        if (draft.EndedOn is { } ended)
        {
            yield return Entry(draft, customerId, ended, SubscriptionHistoryKind.Terminated, ended);
        }
    }

    private SubscriptionHistoryEntry Entry(Draft draft, Guid customerId, DateOnly on, SubscriptionHistoryKind kind, DateOnly? effective, string? before = null, string? after = null) => new()
    {
        Id = Ids.New(clock),
        SubscriptionId = draft.Id,
        CustomerId = customerId,
        AtUtc = At(on),
        Kind = kind,
        EffectiveOn = effective,
        Before = before,
        After = after,
        ActorName = Actor,
    };

    private static CustomerSearchEntry EntryOf(Draft draft, Guid customerId) => new()
    {
        CustomerId = customerId,
        Part = SubscriptionSearchKeys.PartOf(draft.Id),
        SubjectId = draft.Id,
        Key = SearchKey.Of(draft.Number, draft.Username, draft.FixedAddress),
    };

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc);

    private IEnumerable<Draft> Drafts(Dictionary<Guid, ServicePlan> plans, Dictionary<Guid, PlanPrice> prices)
    {
        var owing = LabSubscriptions.Owing(sample);
        var yearBegan = new DateOnly(Today.Year, 1, 1);
        var lines = sample.Subscribers.ToList();
        foreach (var line in lines.Where(line => LabSubscriptions.IsKept(sample, line.RouterIndex)))
        {
            if (At(line.Plan, line.InstalledOn) is not { } sold)
            {
                continue;
            }

            // Every eleventh home had the plan below until last spring.
            var place = PlaceOf(line.Plan);
            var before = line.Index % 11 == 5 && !line.Plan.IsBusiness && line.Kind == AccessKind.Pppoe && place > 0 && line.InstalledOn < yearBegan ? At(SamplePlan.All[place - 1], line.InstalledOn) : null;
            var now = before is null ? sold : At(line.Plan, yearBegan.AddMonths(3))!.Value;
            yield return new Draft(line.Index, LabLines.AccessId(line.Index), LabCustomers.AccountId(line.Index), LabLines.ServiceOf(line), line.Username, now.Plan, now.Price, line.InstalledOn)
            {
                RouterId = LabLines.RouterId(line.RouterIndex),
                CustomerName = line.Company ?? line.FullName,
                Password = line.Kind == AccessKind.Static ? null : line.Password,
                FixedAddress = line.FixedAddress,
                IsOwing = owing.Contains(line.Index),
                Before = before is { } old ? (old.Plan, old.Price, yearBegan.AddMonths(3)) : null,
                Address = $"{line.Street}, {line.Town}",
                Latitude = line.Latitude,
                Longitude = line.Longitude,
            };
        }

        // Those who left stand behind the lines: see LabCustomersStep.
        for (var extra = LabCustomersStep.Prospects; extra < LabCustomersStep.Prospects + LabCustomersStep.Leavers; extra++)
        {
            var index = lines.Count + extra;
            var like = lines[extra * 13 % lines.Count];
            if (At(SamplePlan.All[extra % 3], like.InstalledOn) is { } left)
            {
                yield return new Draft(index, LabLines.AccessId(index), LabCustomers.AccountId(index), AccessService.Pppoe, $"pamit{extra}@nld", left.Plan, left.Price, like.InstalledOn)
                {
                    RouterId = LabLines.RouterId(extra % (sample.Routers.Count - 1)),
                    CustomerName = like.FullName,
                    EndedOn = like.InstalledOn.AddDays(200 + extra) < Today.AddDays(-40) ? like.InstalledOn.AddDays(200 + extra) : Today.AddDays(-40),
                };
            }
        }

        (ServicePlan Plan, PlanPrice Price)? At(SamplePlan plan, DateOnly on) =>
            plans.TryGetValue(LabPlansStep.PlanId(PlaceOf(plan)), out var found) && prices.TryGetValue(LabPlansStep.PriceId(PlaceOf(plan), on < yearBegan ? 0 : 1), out var price) ? (found, price) : null;
    }

    private static int PlaceOf(SamplePlan plan) => SamplePlan.All.Index().First(p => p.Item.Code == plan.Code).Index;

    /// <summary>A subscription that waits for its number.</summary>
    private sealed record Draft(int Index, Guid AccessId, Guid AccountId, AccessService Service, string Username, ServicePlan Plan, PlanPrice Price, DateOnly SoldOn)
    {
        public Guid Id => LabSubscriptions.SubscriptionId(Index);

        public string Number { get; set; } = "";

        public required Guid RouterId { get; init; }

        public required string CustomerName { get; init; }

        public string? Password { get; init; }

        public string? FixedAddress { get; init; }

        public bool IsOwing { get; init; }

        public DateOnly? EndedOn { get; init; }

        public (ServicePlan Plan, PlanPrice Price, DateOnly On)? Before { get; init; }

        public string? Address { get; init; }

        public double? Latitude { get; init; }

        public double? Longitude { get; init; }
    }
}
