using Bunit;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Privacy;
using IspPortal.Web.Features.Customers.Parts;
using Moq;
using Radzen.Blazor;

namespace IspPortal.Tests.Pages;

public sealed class CustomerPartsTests : PageScene
{
    private static readonly Guid Budi = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Sari = Guid.Parse("019a0000-0000-7000-8000-000000000002");
    private static readonly Guid Ani = Guid.Parse("019a0000-0000-7000-8000-000000000003");

    [Fact]
    public void Both_numbers_are_masked_and_shown_by_one_look()
    {
        Allow(CustomersPermissions.CustomersRead, CustomersPermissions.CustomersIdentity);
        var identity = Stub<ICustomerIdentity>();
        identity.Setup(i => i.RevealAsync(Budi, It.IsAny<CancellationToken>())).ReturnsAsync((Result<PersonNumbers>)new PersonNumbers("3216010203040005", "012345678901234"));
        var rows = Open<PersonNumberRows>(parameters => parameters.Add(r => r.Customer, Details() with { IdentityMasked = "•• 05", TaxIdMasked = "•• 34" }));
        Assert.Equal(("•• 05", "•• 34"), Shown(rows));

        rows.Find("button").Click();
        Assert.Equal(("3216010203040005", "012345678901234"), Shown(rows));
        identity.Verify(i => i.RevealAsync(Budi, It.IsAny<CancellationToken>()), Times.Once);
        rows.Find("button").Click();
        Assert.Equal(("•• 05", "•• 34"), Shown(rows));
    }

    [Fact]
    public void A_tax_number_alone_can_be_shown_and_nothing_is_without_the_permission()
    {
        Allow(CustomersPermissions.CustomersRead, CustomersPermissions.CustomersIdentity);
        Stub<ICustomerIdentity>();
        Assert.Single(Open<PersonNumberRows>(parameters => parameters.Add(r => r.Customer, Details() with { TaxIdMasked = "•• 34" })).FindAll("button"));
        Assert.Empty(Open<PersonNumberRows>(parameters => parameters.Add(r => r.Customer, Details())).FindAll("button"));
        Allow(CustomersPermissions.CustomersRead, CustomersPermissions.CustomersWrite);
        Assert.Empty(Open<PersonNumberRows>(parameters => parameters.Add(r => r.Customer, Details() with { TaxIdMasked = "•• 34" })).FindAll("button"));
    }

    [Fact]
    public void A_former_owner_is_exported_and_erased_on_its_own_with_a_reason()
    {
        Allow(CustomersPermissions.CustomersRead, CustomersPermissions.CustomersErase);
        var privacy = Stub<ICustomerPrivacy>();
        privacy.Setup(p => p.EraseFormerOwnerAsync(Budi, Sari, "asked in writing", It.IsAny<CancellationToken>())).ReturnsAsync(Result.Success);
        var told = 0;
        var dialogs = Open<RadzenDialog>();
        var card = Open<FormerOwnersCard>(parameters => parameters.Add(c => c.Customer, Details()).Add(c => c.OnChanged, () => told++));

        var owners = card.FindAll("[data-former-owner]");
        Assert.Contains("Sari Dewi", owners[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Erased", owners[1].TextContent, StringComparison.Ordinal);
        Assert.Equal($"api/v1/customers/{Budi}/former-owners/{Sari}/export", Assert.Single(card.FindAll("a[download]")).GetAttribute("href"));

        card.Find("[data-erase]").Click();
        dialogs.WaitForElement("textarea").Input("asked in writing");
        dialogs.Find("form").Submit();

        card.WaitForAssertion(() => Assert.Equal(1, told));
        privacy.VerifyAll();
    }

    [Fact]
    public void Who_may_not_erase_reads_who_it_was()
    {
        Allow(CustomersPermissions.CustomersRead);
        Stub<ICustomerPrivacy>();
        var card = Open<FormerOwnersCard>(parameters => parameters.Add(c => c.Customer, Details()));

        Assert.Equal(2, card.FindAll("[data-former-owner]").Count);
        Assert.Empty(card.FindAll("a, button"));
    }

    private static (string Identity, string Tax) Shown(IRenderedComponent<PersonNumberRows> rows) =>
        (rows.Find("[data-number=identity]").TextContent, rows.Find("[data-number=tax]").TextContent);

    private static CustomerDetails Details() => new()
    {
        Row = new CustomerRow(Budi, "CUST-202601-000001", "Budi", null, CustomerKind.Residential, CustomerStatus.Active, null, null, "Bekasi", 1, new DateOnly(2026, 1, 1), null, []),
        Language = "id",
        Channel = MessageChannel.WhatsApp,
        UpdatedAtUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Version = 1,
        Contacts = [],
        Accounts = [],
        Notes = [],
        FormerOwners = [new(Sari, "Sari Dewi", null, new DateOnly(2026, 6, 1), null), new(Ani, "—", null, new DateOnly(2026, 3, 1), new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc))],
    };
}
