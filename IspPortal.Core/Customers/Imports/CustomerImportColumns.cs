using IspPortal.Core.Common.Tables;

namespace IspPortal.Core.Customers.Imports;

/// <summary>Guesses from headings which column fills which field.</summary>
public static class CustomerImportColumns
{
    /// <summary>How many rows above the headings a spreadsheet may have: titles, dates, a blank line.</summary>
    public const int MostRowsAbove = 10;

    /// <summary>What the column is called that the error file adds; never guessed to be a field.</summary>
    private static readonly string[] Reasons = ["whynotimported", "alasantidakdiimpor"];

    private static readonly (CustomerImportField Field, IReadOnlyList<string> Names)[] Names =
    [
        (CustomerImportField.Name, ColumnNames.Person),
        (CustomerImportField.ExternalCode,
        [
            "kodepelanggan", "idpelanggan", "nopelanggan", "nomorpelanggan", "kodecustomer", "idcustomer", "customercode", "customerid", "customerno", "customernumber", "externalcode", "kodelama", "idlama",
            "oldid", "oldcode", "cid", "kode", "code", "id", "nolangganan", "idlangganan", "accountno", "accountnumber",
        ]),
        (CustomerImportField.Phone, ColumnNames.Phone),
        (CustomerImportField.Email, ["email", "emailaddress", "alamatemail", "surel", "mail"]),
        (CustomerImportField.Kind, ["jenis", "jenispelanggan", "tipe", "tipepelanggan", "kategori", "kategoripelanggan", "segmen", "kind", "type", "customertype", "category", "segment"]),
        (CustomerImportField.CompanyName, ["perusahaan", "namaperusahaan", "namausaha", "usaha", "instansi", "company", "companyname", "organisation", "organization", "business", "businessname"]),
        (CustomerImportField.Street, ["alamat", "alamatlengkap", "alamatpelanggan", "alamatpemasangan", "alamatrumah", "jalan", "address", "fulladdress", "street", "streetaddress", "addressline1"]),
        (CustomerImportField.Village, ["kelurahan", "desa", "kelurahandesa", "desakelurahan", "keldesa", "kel", "village", "subvillage"]),
        (CustomerImportField.District, ["kecamatan", "kec", "district", "subdistrict"]),
        (CustomerImportField.City, ["kota", "kabupaten", "kotakabupaten", "kabupatenkota", "kabkota", "kotakab", "city", "regency", "town"]),
        (CustomerImportField.Province, ["provinsi", "propinsi", "prov", "province", "state"]),
        (CustomerImportField.PostalCode, ["kodepos", "postalcode", "postcode", "zip", "zipcode"]),
        (CustomerImportField.Latitude, ["lat", "latitude", "lintang"]),
        (CustomerImportField.Longitude, ["long", "lng", "lon", "longitude", "bujur"]),
        (CustomerImportField.Coordinates, ["koordinat", "titikkoordinat", "coordinate", "coordinates", "latlong", "latlng", "latlon", "lokasi", "location", "gps", "tikor"]),
        (CustomerImportField.TaxId, ["npwp", "nonpwp", "nomornpwp", "taxid", "taxnumber", "vat"]),
        (CustomerImportField.IdentityNumber, ["nik", "ktp", "noktp", "nomorktp", "nonik", "nikktp", "noktpnik", "noidentitas", "nomoridentitas", "identitynumber", "idcard", "idcardnumber", "nationalid", "idnumber"]),
        (CustomerImportField.BirthOn, ["tanggallahir", "tgllahir", "lahir", "birthdate", "birthday", "dateofbirth", "dob", "birthon"]),
        (CustomerImportField.Gender, ["jeniskelamin", "kelamin", "jk", "lp", "gender", "sex"]),
        (CustomerImportField.RegisteredOn,
        [
            "tanggaldaftar", "tgldaftar", "tanggalregistrasi", "tglregistrasi", "tanggalpasang", "tglpasang", "tanggalpemasangan", "tanggalaktif", "tglaktif", "mulaiberlangganan", "terdaftar", "terdaftarsejak",
            "registered", "registeredon", "registrationdate", "registeredsince", "signupdate", "since", "customersince", "installdate", "installedon", "joindate",
        ]),
        (CustomerImportField.Language, ["bahasa", "language", "lang"]),
        (CustomerImportField.Channel, ["saluran", "saluranpesan", "kanal", "channel", "messagechannel", "contactvia"]),
        (CustomerImportField.Tags, ["tag", "tags", "label", "labels", "grup", "group", "kelompok", "tanda"]),
        (CustomerImportField.ContactName, ["namakontak", "kontak", "kontakperson", "narahubung", "pic", "namapic", "contact", "contactname", "contactperson"]),
        (CustomerImportField.ContactRole, ["perankontak", "jabatankontak", "jabatan", "contactrole"]),
        (CustomerImportField.ContactPhone, ["teleponkontak", "hpkontak", "nohpkontak", "telppic", "hppic", "nohppic", "contactphone", "picphone"]),
        (CustomerImportField.ContactEmail, ["emailkontak", "emailpic", "contactemail", "picemail"]),
    ];

    private static readonly Dictionary<string, CustomerImportField> ByName =
        Names.SelectMany(entry => entry.Names.Select(name => (name, entry.Field))).ToDictionary(entry => entry.name, entry => entry.Field, StringComparer.Ordinal);

    /// <summary>One entry for each field that a heading names; no column twice. Of several columns for one field the first counts.</summary>
    public static IReadOnlyList<CustomerImportColumn> Guess(IReadOnlyList<string> headings)
    {
        var found = new SortedDictionary<CustomerImportField, int>();
        foreach (var (column, heading) in headings.Index())
        {
            if (ByName.TryGetValue(ColumnNames.KeyOf(heading), out var field))
            {
                found.TryAdd(field, column);
            }
        }

        return [.. found.Select(entry => new CustomerImportColumn(entry.Key, entry.Value))];
    }

    /// <summary>Which of the first rows holds the headings: the one that names most fields, the first of them; the very first when none names any.</summary>
    public static int HeadingsAt(IReadOnlyList<TableRow> rows)
    {
        var (best, most) = (0, 0);
        foreach (var (at, row) in rows.Take(MostRowsAbove + 1).Index())
        {
            var named = Guess(row.Cells).Count;
            if (named > most)
            {
                (best, most) = (at, named);
            }
        }

        return best;
    }

    /// <summary>Whether the column is the one that an error file adds.</summary>
    public static bool IsReason(string heading) => Reasons.Contains(ColumnNames.KeyOf(heading), StringComparer.Ordinal);

    /// <summary>The headings as they are compared with those of an earlier file; the column that an error file adds is left out.</summary>
    public static string KeyOf(IReadOnlyList<string> headings) =>
        string.Join('|', headings.Where(heading => !IsReason(heading)).Select(ColumnNames.KeyOf)).TrimEnd('|');
}
