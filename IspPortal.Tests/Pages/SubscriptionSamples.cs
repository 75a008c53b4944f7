using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;

namespace IspPortal.Tests.Pages;

/// <summary>One subscription in every state that its page knows. The page's clock says 22 November 2026, 8:00 UTC.</summary>
internal static class SubscriptionSamples
{
    public static readonly Guid Id = Guid.Parse("019a0000-0000-7000-8000-0000000000a1");
    public static readonly Guid Customer = Guid.Parse("019a0000-0000-7000-8000-0000000000a2");
    public static readonly Guid Access = Guid.Parse("019a0000-0000-7000-8000-0000000000a3");
    public static readonly Guid Plan = Guid.Parse("019a0000-0000-7000-8000-0000000000a4");
    public static readonly Guid Router = Guid.Parse("019a0000-0000-7000-8000-0000000000a5");

    private static readonly DateTime LongAgo = new(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc);

    public static SubscriptionRow Row(SubscriptionStatus status = SubscriptionStatus.Active, AccessHolds holds = AccessHolds.None, LineDeliveryState? line = LineDeliveryState.Settled) => new(
        Id, "SUB-202603-000042", Customer, "Budi <Santoso>", Access, "budi.42", Plan, "Home 20 Mbps", Router, "RTR-BEKASI", status, holds, Money.Idr(220_000), false, new(2026, 3, 1), new(2026, 11, 30), line, 7);

    /// <summary>In service since long ago, everything known and settled.</summary>
    public static SubscriptionDetails Active() => new()
    {
        Row = Row(),
        BillingAccountId = Guid.CreateVersion7(),
        AccountNumber = "ACC-202603-000042",
        Service = AccessService.Pppoe,
        PriceId = Guid.CreateVersion7(),
        Period = new PlanPeriod(PlanCycle.Monthly),
        Payment = PlanPayment.Prepaid,
        Speed = new PlanSpeed(20_000_000, 10_000_000),
        InstallationFee = Money.Idr(250_000),
        AutoRenew = true,
        NextPeriodOn = new(2026, 12, 1),
        FixedAddress = "",
        CallerId = "",
        PasswordIsKnown = true,
        LineState = AccessState.Active,
        AppliedState = AccessState.Active,
        CreatedAtUtc = LongAgo,
        CreatedBy = "Citra Dewi",
        ActivatedAtUtc = LongAgo,
        Terms = [new(new(2026, 3, 1), null, Plan, "Home 20 Mbps", Guid.Empty, null, Money.Idr(220_000), false)],
        Delivery = Told(LineDeliveryState.Settled),
    };

    public static SubscriptionDetails Pending() => Active() with
    {
        Row = Row(SubscriptionStatus.Pending, line: null), ActivatedAtUtc = null, AppliedState = null, LineState = AccessState.Absent, Delivery = null,
    };

    public static SubscriptionDetails Held(AccessHolds kind, string? reason = "Bukti <transfer> menyusul") => Active() with
    {
        Row = Row(SubscriptionStatus.Suspended, kind),
        LineState = kind is AccessHolds.Dunning or AccessHolds.Expired ? AccessState.Isolated : AccessState.Disabled,
        Holds = [new(kind, LongAgo.AddMonths(8), "Sari", reason)],
    };

    public static SubscriptionDetails Paused() => Held(AccessHolds.Pause, null) with
    {
        Pauses = [new(Guid.CreateVersion7(), new(2026, 11, 20), new(2026, 11, 29), SubscriptionPauseState.Running, "Mudik", "Sari")],
        Changes = [new(Guid.CreateVersion7(), SubscriptionChangeKind.EndPause, new(2026, 11, 30), SubscriptionChangeState.Scheduled, null, null, null, null, "Sari", null)],
    };

    public static SubscriptionDetails Expired(bool isTrial = false) => Active() with { Row = Row(SubscriptionStatus.Expired, AccessHolds.Expired) with { IsTrial = isTrial }, LineState = AccessState.Isolated };

    public static SubscriptionDetails Terminated(string? reason = "Pindah kota") => Active() with
    {
        Row = Row(SubscriptionStatus.Terminated), LineState = AccessState.Absent, AppliedState = AccessState.Absent, NextPeriodOn = null, TerminatedAtUtc = LongAgo.AddMonths(8), TerminationReason = reason,
    };

    public static SubscriptionDetails Failed() => Active() with
    {
        Row = Row(line: LineDeliveryState.Failed),
        AppliedState = AccessState.Disabled,
        Delivery = Told(LineDeliveryState.Failed) with { PlanId = Guid.CreateVersion7(), Error = new Error("routeros.trap", ErrorKind.External) { Detail = "input does not match any value of <profile>" }, Attempts = 6 },
    };

    /// <summary>Taken over from a router: nothing of the line's own is known.</summary>
    public static SubscriptionDetails Unknown() => Active() with { FixedAddress = null, CallerId = null, PasswordIsKnown = false, AppliedState = null, Delivery = null };

    public static LineDeliveryRow Told(LineDeliveryState state) => new(state, LongAgo, "SUB-202603-000042: activated (Sari)", null, null, 0, null, state == LineDeliveryState.Settled ? LongAgo : null);

    /// <summary>Every one of them, by name.</summary>
    public static IReadOnlyDictionary<string, SubscriptionDetails> All { get; } = new Dictionary<string, SubscriptionDetails>(StringComparer.Ordinal)
    {
        ["active"] = Active(),
        ["pending"] = Pending(),
        ["dunning"] = Held(AccessHolds.Dunning),
        ["manual"] = Held(AccessHolds.Manual),
        ["abuse"] = Held(AccessHolds.Abuse),
        ["paused"] = Paused(),
        ["expired"] = Expired(),
        ["trial over"] = Expired(isTrial: true),
        ["terminated"] = Terminated(),
        ["erased"] = Terminated(null),
        ["failed"] = Failed(),
        ["unknown"] = Unknown(),
        ["waiting"] = Active() with { Delivery = Told(LineDeliveryState.Pending) with { Attempts = 2, NextTryAtUtc = LongAgo, Error = new Error("routeros.unreachable", ErrorKind.External) } },
        ["applying"] = Active() with { Delivery = Told(LineDeliveryState.Applying) },
        ["observed"] = Active() with { Delivery = Told(LineDeliveryState.Observed) },
        ["static, ahead"] = Active() with
        {
            Service = AccessService.Static,
            FixedAddress = "103.0.0.9",
            ContractEndsOn = new(2027, 3, 1),
            Address = "Jl. <Kenanga> 7",
            Latitude = -6.2,
            Longitude = 106.9,
            Note = "Pagar <hijau>",
            Changes =
            [
                new(Guid.CreateVersion7(), SubscriptionChangeKind.ChangePlan, new(2026, 12, 1), SubscriptionChangeState.Scheduled, "Home 50 Mbps", Money.Idr(325_000), null, "Naik kelas", "Sari", null),
                new(Guid.CreateVersion7(), SubscriptionChangeKind.MoveRouter, new(2026, 11, 20), SubscriptionChangeState.Failed, null, null, "RTR-DEPOK", null, "Sari", "subscriptions.router_disabled"),
            ],
        },
    };
}
