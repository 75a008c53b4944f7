namespace IspPortal.Core.Customers.Documents;

/// <summary>What kinds of documents have in common.</summary>
public static class DocumentKinds
{
    /// <summary>Whether it shows an identity number or proves who somebody is: opening it needs <see cref="CustomersPermissions.CustomersIdentity"/> too.</summary>
    public static bool IsIdentityPaper(this DocumentKind kind) => kind is DocumentKind.IdentityCard or DocumentKind.Passport or DocumentKind.FamilyCard or DocumentKind.TaxCertificate;

    /// <summary>Whether it is about the place and not about whoever lives there: a name transfer leaves it where it is.</summary>
    public static bool IsOfThePlace(this DocumentKind kind) => kind is DocumentKind.HousePhoto;
}
