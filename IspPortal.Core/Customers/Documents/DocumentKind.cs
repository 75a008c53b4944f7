namespace IspPortal.Core.Customers.Documents;

/// <summary>What a document of a customer is.</summary>
public enum DocumentKind
{
    /// <summary>Identity card (KTP).</summary>
    IdentityCard,

    /// <summary>Passport.</summary>
    Passport,

    /// <summary>Family card (KK).</summary>
    FamilyCard,

    /// <summary>Registration of a company (NIB, akta).</summary>
    CompanyRegistration,

    /// <summary>Tax card or certificate (NPWP).</summary>
    TaxCertificate,

    /// <summary>Signed contract.</summary>
    Contract,

    /// <summary>Photo of the house, to find it.</summary>
    HousePhoto,

    /// <summary>Anything else; the description says what.</summary>
    Other,
}
