using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Network.Addressing;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Offers;

/// <summary>
/// The fixed address of an add-on: nobody else's from the sale on, the line's from the add-on's first day to its last. What is kept for a later day is claimed by the line that does not have it yet, and
/// a change on that day gives it. Nothing is saved here.
/// </summary>
internal static class AddOnAddresses
{
    /// <summary>Takes an address for an add-on that begins on <paramref name="from"/>: the line gets it now, or on that day. Without one, what is kept for the line already.</summary>
    public static async Task<Error?> BringAsync(SubscriptionWork work, string? text, DateOnly from, string? reason, CancellationToken cancellationToken)
    {
        var (wanted, ahead) = (work.Wanted, await AheadAsync(work, SubscriptionChangeKind.GiveAddress, cancellationToken));
        var address = text?.Trim() is { Length: > 0 } given ? given : ahead is not null && wanted.ClaimedAddress is { } kept ? Ipv4.ToText(kept) : "";
        if (Ipv4.ToNumber(address) is not { } number)
        {
            return CommonErrors.Invalid([new FieldError("fixedAddress", address.Length == 0 ? "common.required" : "network.not_an_address")]);
        }

        if (await AddressClaims.ReserveAsync(work.Context, wanted, number, cancellationToken) is { } taken)
        {
            return taken;
        }

        if (from <= work.Today)
        {
            Cancel(work, ahead);
            Give(work);
            return null;
        }

        if (ahead is null)
        {
            return await SubscriptionLifecycle.ScheduleAsync(work, SubscriptionChangeKind.GiveAddress, from, reason, cancellationToken);
        }

        ahead.DueOn = from < ahead.DueOn ? from : ahead.DueOn;
        return null;
    }

    /// <summary>The day has come for what was kept. Where another address was bound meanwhile there is nothing to give.</summary>
    public static void Give(SubscriptionWork work)
    {
        var wanted = work.Wanted;
        if (!string.IsNullOrEmpty(wanted.FixedAddress) || wanted.ClaimedAddress is not { } kept)
        {
            return;
        }

        wanted.FixedAddress = Ipv4.ToText(kept);
        work.Note(SubscriptionHistoryKind.BindingChanged, null, null, null, wanted.FixedAddress);
        work.WantLine("address of an add-on");
    }

    /// <summary>An add-on that brought the address was ended after <paramref name="lastOn"/>: the address goes the day after, or is kept no longer.</summary>
    public static async Task<Error?> EndAsync(SubscriptionWork work, SubscriptionAddOn ended, DateOnly lastOn, string? reason, CancellationToken cancellationToken)
    {
        if (ended.FromOn > lastOn && await AheadAsync(work, SubscriptionChangeKind.GiveAddress, cancellationToken) is { } give)
        {
            if (await OthersAsync(work, ended.Id, cancellationToken) is { Count: > 0 } others)
            {
                give.DueOn = others.Min();
                return null;
            }

            Cancel(work, give);
            work.Wanted.ClaimedAddress = null;
            return null;
        }

        var due = lastOn < work.Today ? work.Today : lastOn.AddDays(1);
        if (await AheadAsync(work, SubscriptionChangeKind.ReleaseAddress, cancellationToken) is { } release)
        {
            // One that never began does not lengthen the one before it.
            release.DueOn = ended.FromOn > lastOn ? release.DueOn : due;
            return null;
        }

        return due <= work.Today ? await ReleaseAsync(work, ended.Id, cancellationToken) : await SubscriptionLifecycle.ScheduleAsync(work, SubscriptionChangeKind.ReleaseAddress, due, reason, cancellationToken);
    }

    /// <summary>The line gives its address back, unless another add-on has it by now. For one that begins later it is kept.</summary>
    public static async Task<Error?> ReleaseAsync(SubscriptionWork work, Guid? endedId, CancellationToken cancellationToken)
    {
        var wanted = work.Wanted;
        var others = await OthersAsync(work, endedId, cancellationToken);
        if (string.IsNullOrEmpty(wanted.FixedAddress) || work.Subscription.Service == AccessService.Static || others.Exists(from => from <= work.Today))
        {
            return null;
        }

        work.Note(SubscriptionHistoryKind.BindingChanged, null, null, wanted.FixedAddress, null);
        var held = wanted.ClaimedAddress;
        wanted.FixedAddress = "";
        wanted.ClaimedAddress = others.Count > 0 ? held : null;
        work.WantLine("address given back");
        return wanted.ClaimedAddress is null ? null : await SubscriptionLifecycle.ScheduleAsync(work, SubscriptionChangeKind.GiveAddress, others.Min(), null, cancellationToken);
    }

    /// <summary>What is put on a date for the address, or null.</summary>
    public static async Task<SubscriptionChange?> AheadAsync(SubscriptionWork work, SubscriptionChangeKind kind, CancellationToken cancellationToken) =>
        (await SubscriptionTransitions.ChangesAheadAsync(work.Context, work.Subscription.Id, cancellationToken)).Find(c => c.Kind == kind && c.State == SubscriptionChangeState.Scheduled);

    // First days of the addresses that it has or is to have besides.
    private static Task<List<DateOnly>> OthersAsync(SubscriptionWork work, Guid? endedId, CancellationToken cancellationToken) => (
        from addOn in work.Context.Set<SubscriptionAddOn>()
        join kind in work.Context.Set<PlanAddOn>() on addOn.AddOnId equals kind.Id
        where addOn.SubscriptionId == work.Subscription.Id && addOn.Id != endedId && kind.Kind == AddOnKind.StaticIp && (addOn.ToOn == null || addOn.ToOn >= work.Today)
        select addOn.FromOn).ToListAsync(cancellationToken);

    private static void Cancel(SubscriptionWork work, SubscriptionChange? change)
    {
        if (change is not null)
        {
            (change.State, change.EndedAtUtc) = (SubscriptionChangeState.Cancelled, work.Clock.UtcNow());
        }
    }
}
