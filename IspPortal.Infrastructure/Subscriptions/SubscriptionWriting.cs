using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>Loads a subscription, lets it be changed, and saves it with its line, its customer and its events in one transaction.</summary>
internal sealed class SubscriptionWriting(IDbContextFactory<PortalDbContext> contexts, IBusinessClock business, ISettingsReader<SubscriptionSettings> settings, TimeProvider clock)
{
    private const int LongestReason = 500;
    private const int MostTries = 3;

    public TimeProvider Clock => clock;

    public ValueTask<DateOnly> TodayAsync(CancellationToken cancellationToken) => business.TodayAsync(cancellationToken);

    public ValueTask<SubscriptionSettings> SettingsAsync(CancellationToken cancellationToken) => settings.GetAsync(cancellationToken);

    /// <summary>
    /// Changes one. <paramref name="version"/> is what the caller saw; null: whatever is there. <paramref name="inTransaction"/>: the change writes something at once that is to come and go with the rest.
    /// </summary>
    public async Task<Result> ChangeAsync(
        Guid subscriptionId, long? version, string? reason, Func<SubscriptionWork, CancellationToken, Task<Error?>> change, CancellationToken cancellationToken, bool inTransaction = false)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = inTransaction ? await context.Database.BeginTransactionAsync(cancellationToken) : null;
        var work = await SubscriptionWork.LoadAsync(context, subscriptionId, await business.TodayAsync(cancellationToken), await settings.GetAsync(cancellationToken), clock, cancellationToken);
        if (work is null)
        {
            return SubscriptionsErrors.NotFound;
        }

        if (version is { } seen && work.Subscription.Version != seen)
        {
            return CommonErrors.VersionConflict;
        }

        if ((await change(work, cancellationToken) ?? await work.FinishAsync(reason, cancellationToken)) is { } refused)
        {
            return refused;
        }

        var saved = await SaveAsync(context, work.Wanted, cancellationToken);
        if (saved.Succeeded && transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Changes whatever is there, again when somebody else changed it at the same moment.</summary>
    public async Task<Result> TryAsync(Guid subscriptionId, string reason, Func<SubscriptionWork, CancellationToken, Task<Error?>> change, CancellationToken cancellationToken)
    {
        var done = await ChangeAsync(subscriptionId, null, reason, change, cancellationToken);
        for (var tries = 1; done.Error?.Code == CommonErrors.VersionConflict.Code && tries < MostTries; tries++)
        {
            done = await ChangeAsync(subscriptionId, null, reason, change, cancellationToken);
        }

        return done;
    }

    /// <summary>Saves; a unique index that refuses means that somebody was faster with the user name or the address.</summary>
    public async Task<Result> SaveAsync(PortalDbContext context, DesiredAccessRecord wanted, CancellationToken cancellationToken)
    {
        var taken = Core.Network.NetworkErrors.UsernameTaken(wanted.Username);
        var saved = await context.TrySaveAsync(taken, cancellationToken);
        if (saved.Error?.Code != taken.Code)
        {
            return saved;
        }

        if (context.Database.CurrentTransaction is { } transaction)
        {
            await transaction.RollbackAsync(cancellationToken);
        }

        await using var fresh = await contexts.CreateDbContextAsync(cancellationToken);
        return await AddressClaims.MeaningAsync(fresh, wanted, taken, cancellationToken);
    }

    /// <summary>What is wrong with a reason that may be left out, or null.</summary>
    public static Error? RefuseReason(string? reason) => reason?.Length > LongestReason ? CommonErrors.Invalid([new FieldError("reason", "common.too_long", LongestReason)]) : PlainText.Refuse(reason);

    /// <summary>What is wrong with a reason that somebody must give, or null.</summary>
    public static Error? RequireReason(string? reason) => string.IsNullOrWhiteSpace(reason) ? CommonErrors.Invalid([new FieldError("reason", "common.required")]) : RefuseReason(reason);
}
