using System.Globalization;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Core.Customers.Imports;

/// <summary>Makes a customer's form of a row and judges it by the form's own rules.</summary>
internal sealed class CustomerRowReader(CustomerImportMapping mapping, DateOnly today)
{
    private readonly SaveCustomerRequestValidator _rules = new(today);
    private readonly Dictionary<CustomerImportField, CustomerImportColumn> _columns = mapping.Columns.ToDictionary(column => column.Field);

    public CustomerImportDraft Read(TableRow row)
    {
        var wrong = new List<FieldError>();
        var place = PlaceOf(row, wrong);
        var company = Text(row, CustomerImportField.CompanyName);
        var request = new SaveCustomerRequest(
            Text(row, CustomerImportField.Name) ?? company ?? "",
            Word(row, CustomerImportField.Kind, CustomerImportWords.Kinds, company is null ? CustomerKind.Residential : CustomerKind.Business, wrong))
        {
            CompanyName = company,
            ExternalCode = Text(row, CustomerImportField.ExternalCode),
            Email = Text(row, CustomerImportField.Email),
            Phone = Text(row, CustomerImportField.Phone),
            Street = Text(row, CustomerImportField.Street),
            Village = Text(row, CustomerImportField.Village),
            District = Text(row, CustomerImportField.District),
            City = Text(row, CustomerImportField.City),
            Province = Text(row, CustomerImportField.Province),
            PostalCode = Text(row, CustomerImportField.PostalCode),
            Latitude = place.Latitude,
            Longitude = place.Longitude,
            Language = Word(row, CustomerImportField.Language, CustomerImportWords.Languages, "id", wrong),
            Channel = Word(row, CustomerImportField.Channel, CustomerImportWords.Channels, MessageChannel.WhatsApp, wrong),
            TaxId = Text(row, CustomerImportField.TaxId),
            IdentityNumber = Text(row, CustomerImportField.IdentityNumber),
            BirthOn = Day(row, CustomerImportField.BirthOn, wrong),
            Gender = Text(row, CustomerImportField.Gender) is null ? null : Word(row, CustomerImportField.Gender, CustomerImportWords.Genders, Gender.Other, wrong),
            RegisteredOn = Day(row, CustomerImportField.RegisteredOn, wrong),
            Tags = TagsOf(row),
            Contacts = ContactsOf(row, wrong),
        }.Clean();
        wrong.AddRange(CutNumbers(row));
        var said = wrong.Select(field => field.Field).ToHashSet(StringComparer.Ordinal);
        wrong.AddRange((_rules.Validate(request).ErrorOrNull()?.Fields ?? []).Where(field => !said.Contains(field.Field)));
        return new CustomerImportDraft(row.Number, request, wrong);
    }

    /// <summary>Numbers of which the spreadsheet threw digits away: taken as they are, they would be somebody else's.</summary>
    private IEnumerable<FieldError> CutNumbers(TableRow row) =>
        from column in _columns.Values
        where column.Column is { } at && row.Rounded.Contains(at)
        select new FieldError(NameOf(column.Field), CustomerImportErrors.DigitsLost);

    private (double? Latitude, double? Longitude) PlaceOf(TableRow row, List<FieldError> wrong)
    {
        var (latitude, longitude) = (Degrees(row, CustomerImportField.Latitude, wrong), Degrees(row, CustomerImportField.Longitude, wrong));
        if (latitude is not null || longitude is not null || Text(row, CustomerImportField.Coordinates) is not { } both)
        {
            return (latitude, longitude);
        }

        // A comma between the two, or decimal commas and a semicolon or space between.
        var parts = both.Split([';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Trim(',')).Where(part => part.Length > 0).ToArray();
        if (parts.Length == 1)
        {
            parts = both.Split(',', StringSplitOptions.TrimEntries);
        }

        if (parts.Length == 2 && Number(parts[0]) is { } north && Number(parts[1]) is { } east)
        {
            return (north, east);
        }

        wrong.Add(new FieldError("latitude", CustomerImportErrors.NotCoordinates));
        return (null, null);
    }

    private double? Degrees(TableRow row, CustomerImportField field, List<FieldError> wrong)
    {
        if (Text(row, field) is not { } text)
        {
            return null;
        }

        if (Number(text) is { } degrees)
        {
            return degrees;
        }

        wrong.Add(new FieldError(NameOf(field), "common.not_a_number"));
        return null;
    }

    // A comma as decimal sign is what an Indonesian types; degrees have no thousands to confuse it with.
    private static double? Number(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    private DateOnly? Day(TableRow row, CustomerImportField field, List<FieldError> wrong)
    {
        if (Text(row, field) is not { } text)
        {
            return null;
        }

        if (CellDays.Read(text) is { } day)
        {
            return day;
        }

        wrong.Add(new FieldError(NameOf(field), "customers.not_a_day"));
        return null;
    }

    private T Word<T>(TableRow row, CustomerImportField field, Dictionary<string, T> words, T otherwise, List<FieldError> wrong)
    {
        if ((Text(row, field) ?? CustomerText.OrNull(_columns.GetValueOrDefault(field)?.Value)) is not { } text)
        {
            return otherwise;
        }

        if (CustomerImportWords.TryRead(words, text, out var value))
        {
            return value;
        }

        wrong.Add(new FieldError(NameOf(field), CustomerImportErrors.UnknownWord));
        return otherwise;
    }

    private string[] TagsOf(TableRow row) =>
        $"{_columns.GetValueOrDefault(CustomerImportField.Tags)?.Value},{Text(row, CustomerImportField.Tags)}".Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private ContactInput[] ContactsOf(TableRow row, List<FieldError> wrong)
    {
        var (name, phone, email) = (Text(row, CustomerImportField.ContactName), Text(row, CustomerImportField.ContactPhone), Text(row, CustomerImportField.ContactEmail));
        if (name is null && phone is null && email is null)
        {
            return [];
        }

        var role = Word(row, CustomerImportField.ContactRole, CustomerImportWords.Roles, ContactRole.Other, wrong);
        return [new ContactInput(null, name ?? "", role, phone, email, phone is null && email is not null ? MessageChannel.Email : MessageChannel.WhatsApp)];
    }

    private string? Text(TableRow row, CustomerImportField field) => _columns.TryGetValue(field, out var column) && column.Column is { } at ? CustomerText.OrNull(row[at]) : null;

    /// <summary>The field as the form's rules call it.</summary>
    private static string NameOf(CustomerImportField field) => field switch
    {
        CustomerImportField.ContactName => "contacts[0].name",
        CustomerImportField.ContactRole => "contacts[0].role",
        CustomerImportField.ContactPhone => "contacts[0].phone",
        CustomerImportField.ContactEmail => "contacts[0].email",
        CustomerImportField.Coordinates => "latitude",
        _ => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.ToString()),
    };
}
