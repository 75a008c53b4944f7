namespace IspPortal.Core.Customers;

/// <summary>The status that follows from the lines.</summary>
public static class CustomerStatusRule
{
    /// <summary>
    /// One running line makes a customer active; else one held line makes it suspended; else, when lines have ended, it is terminated (not suspended), even while a new one is
    /// pending. Without any line of the past a prospect stays one, and whoever was more than that stays what it was only if it was terminated.
    /// </summary>
    public static CustomerStatus StatusOf(CustomerStatus current, CustomerLines lines) => lines switch
    {
        { Active: > 0 } => CustomerStatus.Active,
        { Suspended: > 0 } => CustomerStatus.Suspended,
        { Ended: > 0 } => CustomerStatus.Terminated,
        _ => current == CustomerStatus.Terminated ? CustomerStatus.Terminated : CustomerStatus.Prospect,
    };

    /// <summary>Whether a customer of this status is still served, so that it can be neither removed nor erased.</summary>
    public static bool IsServed(CustomerStatus status) => status is CustomerStatus.Active or CustomerStatus.Suspended;
}
