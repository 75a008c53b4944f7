using System.Globalization;
using IspPortal.Core.Common.Tables;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;

namespace IspPortal.Tests.Customers.Imports;

public sealed class ReadingRowsTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);

    private static readonly int Runs =
        int.TryParse(Environment.GetEnvironmentVariable("ISPPORTAL_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? Math.Min(runs, 50_000) : 1000;

    [Theory]
    [InlineData("Kode Pelanggan;NAMA LENGKAP;No. HP / WA;Alamat;Kelurahan/Desa;Kecamatan;Kota/Kab.;Kode Pos;NIK;N.P.W.P;E-mail;Lat;Long;Tgl. Lahir;L/P", "externalCode0 name1 phone2 street3 village4 district5 city6 postalCode7 identityNumber8 taxId9 email10 latitude11 longitude12 birthOn13 gender14")]
    [InlineData("No;customer_id;Full Name;Phone Number;Address;City;State;Zip;ID Number;Date of Birth;Registered Since;Tags;Coordinates", "externalCode1 name2 phone3 street4 city5 province6 postalCode7 identityNumber8 birthOn9 registeredOn10 tags11 coordinates12")]
    [InlineData("Nama;Nama Pelanggan;PIC;HP PIC;Why not imported", "name0 contactName2 contactPhone3")]
    [InlineData("a;b;c", "")]
    public void Columns_are_guessed_in_both_languages(string headings, string expected)
    {
        var guessed = CustomerImportColumns.Guess(headings.Split(';'));
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            guessed.Select(column => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(column.Field.ToString()) + column.Column).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Headings_are_found_below_a_title_and_compared_without_the_reason()
    {
        TableRow[] rows = [new(1, ["DATA PELANGGAN"]), new(3, ["Nama", "HP"]), new(4, ["Nama Budi", "0812"])];
        Assert.Equal(1, CustomerImportColumns.HeadingsAt(rows));
        Assert.Equal(0, CustomerImportColumns.HeadingsAt([new(1, ["x", "y"]), new(2, ["1", "2"])]));
        Assert.Equal(CustomerImportColumns.KeyOf(["Nama", "No HP"]), CustomerImportColumns.KeyOf(["NAMA ", "no_hp", "Alasan tidak diimpor"]));
        Assert.NotEqual(CustomerImportColumns.KeyOf(["Nama", "No HP"]), CustomerImportColumns.KeyOf(["No HP", "Nama"]));
    }

    [Fact]
    public void A_row_becomes_a_clean_form()
    {
        var draft = Read(
            ("Nama", "  Budi Santoso "), ("Kode", "PLG-7"), ("HP", "81234567890"), ("Email", "budi@contoh.test"), ("Jenis", "Rumah"), ("Alamat", "Jl. Melati 3"), ("Kota", "Bekasi"), ("Kode pos", "17111"),
            ("Koordinat", "-6,2383; 106,9756"), ("NIK", "3216 0102 0304 0005"), ("NPWP", "01.234.567.8-901.000"), ("Tgl lahir", "17/8/1990"), ("Jenis kelamin", "Laki-laki"), ("Tanggal daftar", "3 Agustus 2020"),
            ("Bahasa", "Inggris"), ("Saluran", "SMS"), ("Tag", "VIP; rt-04"), ("PIC", "Ibu Sari"), ("HP PIC", "0813-1111-2222"));
        Assert.Empty(draft.Wrong);
        var request = draft.Request;
        Assert.Equal(("Budi Santoso", "PLG-7", "+6281234567890", CustomerKind.Residential), (request.Name, request.ExternalCode, request.Phone, request.Kind));
        Assert.Equal((-6.2383, 106.9756, "3216010203040005", "012345678901000"), (request.Latitude!.Value, request.Longitude!.Value, request.IdentityNumber, request.TaxId));
        Assert.Equal((new DateOnly(1990, 8, 17), Gender.Male, new DateOnly(2020, 8, 3)), (request.BirthOn!.Value, request.Gender!.Value, request.RegisteredOn!.Value));
        Assert.Equal(("en", MessageChannel.Sms), (request.Language, request.Channel));
        Assert.Equal(["rt-04", "vip"], request.Tags);
        Assert.Equal(("Ibu Sari", "+6281311112222"), (request.Contacts.Single().Name, request.Contacts.Single().Phone));
    }

    [Theory]
    [InlineData("HP", "12345", "phone customers.not_a_phone")]
    [InlineData("Email", "budi@", "email common.not_an_email")]
    [InlineData("NIK", "123", "identityNumber customers.not_an_identity_number")]
    [InlineData("NPWP", "123", "taxId customers.not_a_tax_id")]
    [InlineData("Kode pos", "1711", "postalCode customers.not_a_postal_code")]
    [InlineData("Lat", "-6.2", "longitude common.required")]
    [InlineData("Lat", "utara", "latitude common.not_a_number")]
    [InlineData("Koordinat", "Bekasi", "latitude customer_imports.not_coordinates")]
    [InlineData("Koordinat", "-6.2,206.9", "longitude common.out_of_range")]
    [InlineData("Tgl lahir", "31/2/1990", "birthOn customers.not_a_day")]
    [InlineData("Tgl lahir", "2030-01-01", "birthOn customers.not_a_birthday")]
    [InlineData("Tanggal daftar", "kemarin", "registeredOn customers.not_a_day")]
    [InlineData("Jenis", "raja", "kind customer_imports.unknown_word")]
    [InlineData("Jenis kelamin", "?", "gender customer_imports.unknown_word")]
    [InlineData("Saluran", "merpati", "channel customer_imports.unknown_word")]
    [InlineData("Nama", " ", "name common.required")]
    [InlineData("HP PIC", "0813-1111-2222", "contacts[0].name common.required")]
    public void What_is_wrong_is_said_at_its_field(string heading, string value, string expected)
    {
        var draft = heading == "Nama" ? Read((heading, value)) : Read(("Nama", "Budi"), (heading, value));
        Assert.Equal(expected, string.Join(' ', draft.Wrong.Select(field => $"{field.Field} {field.Code}")));
    }

    [Fact]
    public void A_number_that_the_spreadsheet_cut_is_refused_and_not_taken_for_somebody_elses()
    {
        var row = new TableRow(2, ["Budi", "3216010203040000"]) { Rounded = [1] };
        var draft = new CustomerRowReader(new(0, [new(CustomerImportField.Name, 0), new(CustomerImportField.IdentityNumber, 1)]), Today).Read(row);
        Assert.Equal("identityNumber customer_imports.digits_lost", string.Join(' ', draft.Wrong.Select(field => $"{field.Field} {field.Code}")));
    }

    [Fact]
    public void A_value_for_all_rows_stands_where_the_file_says_nothing()
    {
        var reader = new CustomerRowReader(new(0, [new(CustomerImportField.CompanyName, 0), new(CustomerImportField.Kind, 1, "Enterprise"), new(CustomerImportField.Channel, null, "None"), new(CustomerImportField.Tags, 2, "impor, lama")]), Today);
        var first = reader.Read(new(2, ["PT Maju", "", "vip"])).Request;
        Assert.Equal(("PT Maju", "PT Maju", CustomerKind.Enterprise, MessageChannel.None), (first.Name, first.CompanyName, first.Kind, first.Channel));
        Assert.Equal(["impor", "lama", "vip"], first.Tags);
        Assert.Equal(CustomerKind.Business, reader.Read(new(3, ["Toko", "usaha"])).Request.Kind);
    }

    [Fact]
    public void A_mapping_that_cannot_be_is_told_by_field()
    {
        CustomerImportSheet[] sheets = [new("", ["a", "b"], 1, [])];
        Assert.Equal("sheet common.out_of_range", Told(new(1, [])));
        Assert.Equal("name customer_imports.name_not_mapped", Told(new(0, [])));
        Assert.Equal("phone customer_imports.no_such_column", Told(new(0, [new(CustomerImportField.Name, 0), new(CustomerImportField.Phone, 2)])));
        Assert.Equal("name common.not_allowed name common.not_allowed", Told(new(0, [new(CustomerImportField.Name, 0), new(CustomerImportField.Name, 1)])));
        Assert.Equal("kind customer_imports.unknown_word", Told(new(0, [new(CustomerImportField.Name, 0), new(CustomerImportField.Kind, null, "raja")])));
        Assert.Equal("city common.not_allowed", Told(new(0, [new(CustomerImportField.Name, 0), new(CustomerImportField.City, null, "Bekasi")])));
        Assert.Equal("", Told(new(0, [new(CustomerImportField.Name, 0), new(CustomerImportField.Kind, null, "Business"), new(CustomerImportField.Tags, null, "a, b")])));

        string Told(CustomerImportMapping mapping) => string.Join(' ', CustomerImportMappingRules.Judge(mapping, sheets).Select(field => $"{field.Field} {field.Code}"));
    }

    [Fact]
    public void Any_cell_is_judged_and_never_throws()
    {
        string[] pieces = ["", "0812", "3216010203040005", "-6,2", "31/12/1999", "a@b.c", "\u202E", "☕", "=1", "2026-02-30", "1e308", ",", ";", "PT", new string('x', 2000), "\uFFFD", "NaN", "∞", "١٢٣"];
        var fields = Enum.GetValues<CustomerImportField>();
        var reader = new CustomerRowReader(new(0, [.. fields.Index().Select(field => new CustomerImportColumn(field.Item, field.Index))]), Today);
        var random = new Random(3);
        for (var run = 0; run < Runs; run++)
        {
            var cells = fields.Select(_ => string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => pieces[random.Next(pieces.Length)]))).ToArray();
            var draft = reader.Read(new(run, cells));
            Assert.True(draft.Wrong.Count > 0 || new SaveCustomerRequestValidator(Today).Validate(draft.Request).IsValid);
            Assert.NotNull(CustomerImportColumns.Guess(cells));
        }
    }

    private static CustomerImportDraft Read(params (string Heading, string Cell)[] row) =>
        new CustomerRowReader(new(0, CustomerImportColumns.Guess([.. row.Select(cell => cell.Heading)])), Today).Read(new(2, [.. row.Select(cell => cell.Cell)]));
}
