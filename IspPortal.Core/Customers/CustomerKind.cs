namespace IspPortal.Core.Customers;

/// <summary>What sort of customer.</summary>
public enum CustomerKind
{
    /// <summary>A household.</summary>
    Residential,

    /// <summary>A small company, a shop, a boarding house (kos-kosan).</summary>
    Business,

    /// <summary>A company with contracts of its own, often several branches.</summary>
    Enterprise,
}
