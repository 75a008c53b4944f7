namespace IspPortal.Core.Billing.Opening;

/// <summary>A line that rows may mean; those that ended are none.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="Username">The username of its line.</param>
/// <param name="BillingAccountId">Whose.</param>
/// <param name="StartsOn">The first day that counts.</param>
/// <param name="EndsOn">The last day that it has; null: open end.</param>
/// <param name="IsPrepaid">Whether it pays before a period begins.</param>
public sealed record OpeningSubscription(Guid Id, string Number, string Username, Guid BillingAccountId, DateOnly StartsOn, DateOnly? EndsOn, bool IsPrepaid);
