using System.Globalization;
using IspPortal.Core.Audit;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Subscriptions;

namespace IspPortal.Benchmarks.Office;

/// <summary>One subscription of a crowd with its line, its past and its device. <paramref name="Serial"/> counts them all; a customer's second line and the ones after it have a <paramref name="Branch"/> above 0.</summary>
internal sealed record CrowdLine(int Serial, int Branch, SampleSubscriber Sample, Customer Customer, BillingAccount Account, ServicePlan Plan, PlanPrice Price, ServicePlan Other, PlanPrice OtherPrice, DateOnly Today)
{
    private const string Actor = "system:bench";
    private const int DaysOfHistory = 31;

    public Guid Id { get; } = Ids.New(TimeProvider.System);

    public Guid AccessId { get; } = Ids.New(TimeProvider.System);

    public DateOnly StartsOn { get; } = Sample.InstalledOn.AddDays(1 + (Branch * 40));

    public string Number => string.Create(CultureInfo.InvariantCulture, $"SUB-{StartsOn:yyyyMM}-{Serial:000000}");

    public SubscriptionStatus Status { get; } = Customer.Status switch
    {
        CustomerStatus.Terminated => SubscriptionStatus.Terminated,
        CustomerStatus.Suspended => Serial % 3 == 0 ? SubscriptionStatus.Suspended : SubscriptionStatus.Expired,
        _ => (Serial % 100) switch { 7 => SubscriptionStatus.Pending, 8 or 58 => SubscriptionStatus.Terminated, _ => SubscriptionStatus.Active },
    };

    /// <summary>Unique, as a service wants it: sample names of hotspots and static lines are so within one router only.</summary>
    public string Username => (Sample.Kind == AccessKind.Pppoe ? Sample.Username : $"{Sample.Username} r{Sample.RouterIndex}") + (Branch == 0 ? "" : $"-{Branch + 1}");

    private AccessService Service => LabLines.ServiceOf(Sample);

    private string Mac => Branch == 0 ? Sample.CallerId : Modem.MacOf((ulong)(5_000_000 + Serial));

    public string? FixedAddress => Branch == 0 && Status != SubscriptionStatus.Terminated ? Sample.FixedAddress : null;

    public string CallerId => Serial % 10 < 7 ? Mac : "";

    private bool IsTrial => Status == SubscriptionStatus.Active && Serial % 97 == 5;

    private AccessHolds Holds => Status switch
    {
        SubscriptionStatus.Expired => AccessHolds.Expired,
        SubscriptionStatus.Suspended => (Serial % 4) switch { 0 => AccessHolds.Pause, 1 => AccessHolds.Manual, 2 => AccessHolds.Abuse, _ => AccessHolds.Dunning },
        _ => AccessHolds.None,
    };

    private DateOnly? EndsOn => Status switch
    {
        SubscriptionStatus.Terminated => Today.AddDays(-(Serial % 700)),
        SubscriptionStatus.Expired => Today.AddDays(-1 - (Serial % 20)),
        SubscriptionStatus.Pending => null,
        _ => Plan.Payment == PlanPayment.Postpaid && !IsTrial ? null : Today.AddDays(Serial * 7 % 31),
    };

    public AccessAccount Access() => new()
    {
        Id = AccessId,
        RouterId = LabLines.RouterId(Sample.RouterIndex),
        Service = Service,
        Username = Username,
        SearchKey = AccessAccount.SearchKeyOf(Username, Number),
        Comment = Number,
        Profile = Plan.Profile,
        IsOwned = true,
        FirstSeenAtUtc = At(StartsOn),
        Version = 1,
    };

    public DesiredAccessRecord Wanted() => new()
    {
        AccessId = AccessId,
        Service = Service,
        Username = Username,
        UsernameKey = DesiredAccessRecord.KeyOf(Service, Username),
        Password = Sample.Kind == AccessKind.Static ? null : Sample.Password,
        PasswordRevision = 1,
        Lifecycle = SubscriptionStatusRule.LifecycleOf(Status),
        Holds = Holds,
        Profile = Plan.Profile,
        RateLimit = Service == AccessService.Static ? Plan.Speed.ToRateLimit().ToString() : null,
        FixedAddress = FixedAddress ?? "",
        ClaimedAddress = Core.Network.Addressing.Ipv4.ToNumber(FixedAddress),
        CallerId = CallerId,
        Note = LineContent.NoteOf(Number, Customer.DisplayName),
        KeptBy = Number,
        CreatedAtUtc = At(StartsOn),
        Version = 1,
    };

    public AccessPlacement Placement() => new()
    {
        AccessId = AccessId,
        RouterId = LabLines.RouterId(Sample.RouterIndex),
        Role = PlacementRole.Primary,
        PasswordRevision = 1,
        AppliedState = AccessStateRule.StateOf(SubscriptionStatusRule.LifecycleOf(Status), Holds, false),
        AppliedAtUtc = At(StartsOn),
    };

    public Subscription Subscription() => new()
    {
        Id = Id,
        Number = Number,
        CustomerId = Customer.Id,
        BillingAccountId = Account.Id,
        AccessId = AccessId,
        Service = Service,
        PlanId = Plan.Id,
        PriceId = Price.Id,
        Price = Price.Price,
        InstallationFee = Price.InstallationFee,
        RouterId = LabLines.RouterId(Sample.RouterIndex),
        Username = Username,
        Status = Status,
        Holds = Holds,
        IsTrial = IsTrial,
        AutoRenew = Status == SubscriptionStatus.Active,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        ContractEndsOn = SubscriptionTransitions.ContractEndOf(Plan, StartsOn),
        Address = $"{Sample.Street}, {Sample.Town}",
        Latitude = Sample.Latitude,
        Longitude = Sample.Longitude,
        ActivatedAtUtc = Status == SubscriptionStatus.Pending ? null : At(StartsOn),
        TerminatedAtUtc = Status == SubscriptionStatus.Terminated ? At(EndsOn!.Value) : null,
        TerminationReason = Status == SubscriptionStatus.Terminated ? "Pindah rumah ke luar jangkauan" : null,
        CreatedBy = Actor,
        CreatedAtUtc = At(StartsOn.AddDays(-1)),
        UpdatedAtUtc = At(Today.AddDays(-(Serial * 13 % 400))),
        Version = 1,
    };

    /// <summary>Every eleventh had another plan in its first months.</summary>
    public IEnumerable<SubscriptionTerm> Terms()
    {
        var from = StartsOn;
        if (Serial % 11 == 5)
        {
            from = StartsOn.AddMonths(4);
            yield return new SubscriptionTerm { SubscriptionId = Id, FromOn = StartsOn, ToOn = from.AddDays(-1), PlanId = Other.Id, PriceId = OtherPrice.Id, Price = OtherPrice.Price };
        }

        yield return new SubscriptionTerm { SubscriptionId = Id, FromOn = from, ToOn = Status == SubscriptionStatus.Terminated ? EndsOn : null, PlanId = Plan.Id, PriceId = Price.Id, Price = Price.Price, IsTrial = IsTrial };
    }

    public IEnumerable<SubscriptionHold> HoldRows()
    {
        if (Holds != AccessHolds.None)
        {
            yield return new SubscriptionHold { SubscriptionId = Id, Kind = Holds, SinceUtc = At(Today.AddDays(-2)), ActorName = Actor, Reason = "Menunggu kabar pelanggan" };
        }
    }

    public IEnumerable<SubscriptionHistoryEntry> History()
    {
        yield return Entry(0, SubscriptionHistoryKind.Sold, null, Plan.Slug);
        if (Status != SubscriptionStatus.Pending)
        {
            yield return Entry(1, SubscriptionHistoryKind.Activated);
            for (var month = 1; month <= Serial % 5; month++)
            {
                yield return Entry(month * DaysOfHistory, SubscriptionHistoryKind.Renewed);
            }
        }

        if (Holds != AccessHolds.None)
        {
            yield return Entry(6 * DaysOfHistory, SubscriptionHistoryKind.Held, null, Holds.ToString());
        }

        if (Status == SubscriptionStatus.Terminated)
        {
            yield return Entry(7 * DaysOfHistory, SubscriptionHistoryKind.Terminated);
        }
    }

    /// <summary>Of two hundred routers' answers one is awaited, of four hundred one was an error.</summary>
    public LineDelivery Delivery()
    {
        var state = Serial % 200 == 11 ? LineDeliveryState.Pending : Serial % 400 == 13 ? LineDeliveryState.Failed : LineDeliveryState.Settled;
        return new LineDelivery
        {
            SubscriptionId = Id,
            AccessId = AccessId,
            Revision = 1 + (Serial % 3),
            State = state,
            WantedAtUtc = At(StartsOn),
            Reason = $"{Number}: activated ({Actor})",
            NextTryAtUtc = state == LineDeliveryState.Pending ? At(Today.AddDays(1)) : null,
            ErrorCode = state == LineDeliveryState.Failed ? "subscriptions.finding_foreign" : null,
            SettledAtUtc = state == LineDeliveryState.Settled ? At(StartsOn) : null,
        };
    }

    public IEnumerable<SubscriptionChange> Changes()
    {
        if (Status == SubscriptionStatus.Active && Serial % 50 == 3)
        {
            yield return new SubscriptionChange
            {
                Id = Ids.New(TimeProvider.System),
                SubscriptionId = Id,
                Kind = SubscriptionChangeKind.ChangePlan,
                DueOn = Today.AddDays(1 + (Serial % 30)),
                PlanId = Other.Id,
                PriceId = OtherPrice.Id,
                CreatedBy = Actor,
                CreatedAtUtc = At(Today.AddDays(-3)),
                Version = 1,
            };
        }
    }

    public IEnumerable<SubscriptionPause> Pauses()
    {
        if (Serial % 40 == 1)
        {
            var from = StartsOn.AddMonths(2);
            yield return new SubscriptionPause
            {
                Id = Ids.New(TimeProvider.System),
                SubscriptionId = Id,
                FromOn = from,
                ToOn = from.AddDays(13),
                State = SubscriptionPauseState.Ended,
                Reason = "Mudik",
                CreatedBy = Actor,
                CreatedAtUtc = At(from.AddDays(-5)),
            };
        }
    }

    public CustomerSearchEntry SearchEntry() => new()
    {
        CustomerId = Customer.Id,
        Part = SubscriptionSearchKeys.PartOf(Id),
        SubjectId = Id,
        Key = SearchKey.Of(Number, Username, FixedAddress ?? "", CallerId),
    };

    public AuditEntry Audit() => CrowdCustomers.Audit(At(StartsOn), "subscription", AuditActions.Created, Id, $$"""{"number":"{{Number}}","service":"{{Service}}","status":"Pending","autoRenew":true}""");

    /// <summary>The ONT that the line dials with. <paramref name="macs"/> are those that are taken.</summary>
    public IEnumerable<Device> Devices(Guid modelId, HashSet<string> macs)
    {
        if (Status is SubscriptionStatus.Pending or SubscriptionStatus.Terminated)
        {
            yield break;
        }

        var serial = "ZTEGC8" + (0x1000_0000 + (Serial * 4_051L)).ToString("X8", CultureInfo.InvariantCulture);
        var mac = macs.Add(Mac) ? Mac : null;
        yield return new Device
        {
            Id = Ids.New(TimeProvider.System),
            ModelId = modelId,
            Serial = serial,
            Mac = mac,
            SearchKey = DeviceCodes.KeyOf(serial, mac),
            Place = DevicePlace.Customer,
            CustomerId = Customer.Id,
            SubscriptionId = Id,
            PlacedAtUtc = At(StartsOn),
            Movements = 1,
            CreatedAtUtc = At(StartsOn),
            Version = 1,
        };
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc);

    private SubscriptionHistoryEntry Entry(int days, SubscriptionHistoryKind kind, string? before = null, string? after = null) => new()
    {
        Id = Ids.New(TimeProvider.System),
        SubscriptionId = Id,
        CustomerId = Customer.Id,
        AtUtc = At(StartsOn.AddDays(days - 1)),
        Kind = kind,
        EffectiveOn = StartsOn.AddDays(days),
        Before = before,
        After = after,
        ActorName = Actor,
    };
}
