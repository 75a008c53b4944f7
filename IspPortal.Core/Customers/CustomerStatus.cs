namespace IspPortal.Core.Customers;

/// <summary>Where a customer stands. Derived from the lines, never set by hand.</summary>
public enum CustomerStatus
{
    /// <summary>Has never had a running line.</summary>
    Prospect,

    /// <summary>At least one line runs.</summary>
    Active,

    /// <summary>Lines are there, and every one of them is held.</summary>
    Suspended,

    /// <summary>Every line has ended.</summary>
    Terminated,
}
