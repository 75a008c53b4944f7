namespace IspPortal.Core.Common.Timeline;

/// <summary>Whose time axis.</summary>
/// <param name="Kind">E.g. <see cref="Customer"/>.</param>
/// <param name="Id">Which one.</param>
public readonly record struct TimelineSubject(string Kind, Guid Id)
{
    /// <summary>The kind of a customer's axis.</summary>
    public const string Customer = "customer";

    /// <summary>The axis of a customer with all that belongs to it.</summary>
    public static TimelineSubject OfCustomer(Guid customerId) => new(Customer, customerId);
}
