using System.Globalization;
using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Web.Features.Customers.Pages;
using IspPortal.Web.Features.Customers.Parts;
using Moq;

namespace IspPortal.Tests.Pages;

public sealed class CustomerEditPageTests : PageScene
{
    private static readonly Guid Budi = Guid.Parse("019a0000-0000-7000-8000-000000000001");

    private readonly Mock<ICustomerDirectory> _directory;
    private readonly Mock<ICustomerEditor> _editor;

    public CustomerEditPageTests()
    {
        Allow(CustomersPermissions.CustomersRead, CustomersPermissions.CustomersWrite);
        _directory = Stub<ICustomerDirectory>();
        _editor = Stub<ICustomerEditor>();
        _directory.Setup(d => d.ListChoicesAsync(It.IsAny<CancellationToken>())).ReturnsAsync((Result<CustomerChoices>)new CustomerChoices([], []));
        _directory.Setup(d => d.GetAsync(Budi, It.IsAny<CancellationToken>())).ReturnsAsync(() => (Result<CustomerDetails>)Details("Bekasi", 3));
        _directory.Setup(d => d.FindDuplicatesAsync(It.IsAny<DuplicateProbe>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(Result.Of<IReadOnlyList<PossibleDuplicate>>([new(Guid.Empty, "CUST-202601-000007", "<Budi>", null, null, CustomerStatus.Active, [DuplicateReason.Phone])]));
    }

    [Fact]
    public void Refused_fields_say_so_beside_themselves()
    {
        _editor.Setup(e => e.AddAsync(It.IsAny<Guid>(), It.IsAny<SaveCustomerRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Guid>)CommonErrors.Invalid([new FieldError("phone", "customers.not_a_phone")]));
        var page = Open<CustomerEditPage>();

        page.Find("form").Submit();

        Assert.Equal("true", page.Find("#customer-phone").GetAttribute("aria-invalid"));
        Assert.StartsWith("This is not a phone number.", page.Find("#customer-phone-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_click_saves_the_same_customer()
    {
        var ids = new List<Guid>();
        _editor.Setup(e => e.AddAsync(Capture.In(ids), It.IsAny<SaveCustomerRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((Result<Guid>)CommonErrors.VersionConflict);
        var page = Open<CustomerEditPage>();

        page.Find("form").Submit();
        page.Find("form").Submit();

        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public void Who_may_be_there_already_is_shown_while_typing()
    {
        var page = Open<CustomerEditPage>();

        page.Find("#customer-phone").Input("0812");
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("&lt;Budi&gt;", page.Find(".duplicates").InnerHtml, StringComparison.Ordinal));
        Assert.Contains("same phone", page.Find(".duplicates").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_versions_each_field_is_chosen_and_the_other_clerk_keeps_his()
    {
        var page = Open<CustomerEditPage>(parameters => parameters.Add(p => p.CustomerId, Budi));
        _directory.Setup(d => d.GetAsync(Budi, It.IsAny<CancellationToken>())).ReturnsAsync(() => (Result<CustomerDetails>)Details("Bandung", 4));
        var saved = new List<(long Version, SaveCustomerRequest Request)>();
        _editor.Setup(e => e.UpdateAsync(Budi, It.IsAny<long>(), It.IsAny<SaveCustomerRequest>(), It.IsAny<CancellationToken>()))
            .Callback<Guid, long, SaveCustomerRequest, CancellationToken>((_, version, request, _) => saved.Add((version, request)))
            .ReturnsAsync(() => saved.Count == 1 ? CommonErrors.VersionConflict : Result.Success);

        page.Find("#customer-name").Input("Budi S.");
        page.Find("form").Submit();
        Assert.Equal(["Name", "City"], page.FindAll(".conflict tbody th").Select(th => th.TextContent));
        page.Find(".conflict .button-primary").Click();

        Assert.Equal(2, saved.Count);
        Assert.Equal((4, "Budi S.", "Bandung"), (saved[1].Version, saved[1].Request.Name, saved[1].Request.City));
        Assert.EndsWith($"customers/{Budi}", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_customer_in_the_address_is_another_form()
    {
        var sari = Guid.Parse("019a0000-0000-7000-8000-000000000077");
        var details = Details("Depok", 9);
        _directory.Setup(d => d.GetAsync(sari, It.IsAny<CancellationToken>())).ReturnsAsync((Result<CustomerDetails>)(details with { Row = details.Row with { Id = sari, Name = "Sari" } }));
        var page = Open<CustomerEditPage>(parameters => parameters.Add(p => p.CustomerId, Budi));

        page.Render(parameters => parameters.Add(p => p.CustomerId, sari));

        Assert.Equal("Sari", page.Find("#customer-name").GetAttribute("value"));
    }

    [Fact]
    public void A_contact_with_another_role_or_channel_is_a_clash()
    {
        var (loaded, mine, theirs) = (new CustomerForm(), new CustomerForm(), new CustomerForm());
        loaded.Contacts.Add(new ContactForm { Name = "Sari" });
        mine.Contacts.Add(new ContactForm { Name = "Sari", Role = ContactRole.Other });
        theirs.Contacts.Add(new ContactForm { Name = "Sari", Channel = MessageChannel.None });

        Assert.Equal("contacts", Assert.Single(mine.ClashesWith(loaded, theirs)).Field.Key);
    }

    [Fact]
    public void Numbers_that_nobody_retypes_stay_and_are_taken_away_only_when_asked()
    {
        _directory.Setup(d => d.GetAsync(Budi, It.IsAny<CancellationToken>())).ReturnsAsync(() => (Result<CustomerDetails>)(Details("Bekasi", 3) with { IdentityMasked = "•• 05", TaxIdMasked = "•• 34" }));
        var saved = new List<SaveCustomerRequest>();
        _editor.Setup(e => e.UpdateAsync(Budi, It.IsAny<long>(), Capture.In(saved), It.IsAny<CancellationToken>())).ReturnsAsync(CommonErrors.Invalid([]));
        var page = Open<CustomerEditPage>(parameters => parameters.Add(p => p.CustomerId, Budi));
        Assert.Equal("•• 34", page.Find("#customer-tax").GetAttribute("placeholder"));

        page.Find("form").Submit();
        page.Find("#customer-tax").Input("01.234.567.8-901.234");
        page.Find("form").Submit();
        page.Find("#customer-tax-forget").Change(true);
        page.Find("form").Submit();

        Assert.Equal([(null, null), (null, "01.234.567.8-901.234"), (null, "")], saved.Select(request => (request.IdentityNumber, request.TaxId)));
    }

    [Theory]
    [InlineData("en", "Business|Bahasa Indonesia|SMS|2 Mar 1990|Female|Ibu Sari · On site · Telegram", "Residential|English|WhatsApp|–|–|–")]
    [InlineData("id", "Usaha|Bahasa Indonesia|SMS|2 Mar 1990|Perempuan|Ibu Sari · Di lokasi · Telegram", "Rumah tangga|English|WhatsApp|–|–|–")]
    public void Both_versions_speak_the_readers_language(string language, string mine, string theirs)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var own = new CustomerForm { Kind = CustomerKind.Business, Channel = MessageChannel.Sms, Gender = nameof(Gender.Female), BirthOn = "1990-03-02" };
        own.Contacts.Add(new ContactForm { Name = "Ibu Sari", Role = ContactRole.Site, Channel = MessageChannel.Telegram });

        var view = Open<ConflictView>(parameters => parameters
            .Add(v => v.Clashes, own.ClashesWith(new CustomerForm(), new CustomerForm { Language = "en" }))
            .Add(v => v.FieldName, key => key));

        Assert.Equal(["kind", "language", "channel", "birthOn", "gender", "contacts"], view.FindAll("tbody th").Select(th => th.TextContent));
        Assert.Equal((mine, theirs), (ColumnOf(2), ColumnOf(3)));

        string ColumnOf(int column) => string.Join('|', view.FindAll($"tbody tr > :nth-child({column})").Select(cell => cell.TextContent.Trim()));
    }

    private static CustomerDetails Details(string city, long version) => new()
    {
        Row = new CustomerRow(Budi, "CUST-202601-000001", "Budi", null, CustomerKind.Residential, CustomerStatus.Active, null, null, city, 1, new DateOnly(2026, 1, 1), null, []),
        Language = "id",
        Channel = MessageChannel.WhatsApp,
        UpdatedAtUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Version = version,
        Contacts = [],
        Accounts = [],
        Notes = [],
        FormerOwners = [],
    };
}
