namespace IspPortal.Core.Customers;

/// <summary>What one may be allowed to do with customers and their billing accounts.</summary>
public static class CustomersPermissions
{
    /// <summary>See customers, their contacts, accounts and history; identity and tax numbers masked.</summary>
    public const string CustomersRead = "customers.read";

    /// <summary>Add, change, remove and restore customers, notes and billing accounts.</summary>
    public const string CustomersWrite = "customers.write";

    /// <summary>See identity and tax numbers in full; each look is in the audit.</summary>
    public const string CustomersIdentity = "customers.identity";

    /// <summary>Merge two customers into one, and hand a customer's lines to a new legal person.</summary>
    public const string CustomersMerge = "customers.merge";

    /// <summary>Bring customers in from files, and see what such a file holds.</summary>
    public const string CustomersImport = "customers.import";

    /// <summary>Take out everything that is held about one person, and erase it.</summary>
    public const string CustomersErase = "customers.erase";
}
