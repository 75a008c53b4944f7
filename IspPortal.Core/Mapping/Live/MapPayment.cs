namespace IspPortal.Core.Mapping.Live;

/// <summary>How a line stands with its bill, as its holds tell.</summary>
public enum MapPayment
{
    /// <summary>Nothing that a payment would lift.</summary>
    Clear,

    /// <summary>An overdue bill holds it.</summary>
    Overdue,

    /// <summary>Its prepaid time ran out.</summary>
    Expired,
}
