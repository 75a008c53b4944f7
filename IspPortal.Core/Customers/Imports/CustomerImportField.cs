namespace IspPortal.Core.Customers.Imports;

/// <summary>A field of a customer that a column of a file can fill.</summary>
public enum CustomerImportField
{
    /// <summary>The person.</summary>
    Name,

    /// <summary>The code in the system the customer comes from.</summary>
    ExternalCode,

    /// <summary>Phone in any usual form.</summary>
    Phone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>What sort of customer, in words of either language.</summary>
    Kind,

    /// <summary>The company.</summary>
    CompanyName,

    /// <summary>Street, house, RT/RW.</summary>
    Street,

    /// <summary>Kelurahan or desa.</summary>
    Village,

    /// <summary>Kecamatan.</summary>
    District,

    /// <summary>Kota or kabupaten.</summary>
    City,

    /// <summary>Province.</summary>
    Province,

    /// <summary>Five digits.</summary>
    PostalCode,

    /// <summary>Degrees north.</summary>
    Latitude,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>Both in one cell, <c>-6.2383, 106.9756</c>.</summary>
    Coordinates,

    /// <summary>NPWP.</summary>
    TaxId,

    /// <summary>KTP number.</summary>
    IdentityNumber,

    /// <summary>Day of birth.</summary>
    BirthOn,

    /// <summary>Gender.</summary>
    Gender,

    /// <summary>Since when a customer.</summary>
    RegisteredOn,

    /// <summary>The language of messages.</summary>
    Language,

    /// <summary>How messages go out.</summary>
    Channel,

    /// <summary>Tags, with commas or semicolons between.</summary>
    Tags,

    /// <summary>A contact person's name.</summary>
    ContactName,

    /// <summary>What the contact person is there for.</summary>
    ContactRole,

    /// <summary>The contact person's phone.</summary>
    ContactPhone,

    /// <summary>The contact person's e-mail.</summary>
    ContactEmail,
}
