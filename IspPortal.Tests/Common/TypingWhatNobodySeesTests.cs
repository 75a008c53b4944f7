using FluentValidation;
using IspPortal.Core.Audit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Inventory;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Network;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Inventory;
using IspPortal.Tests.Plans;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Common;

/// <summary>Characters that no keyboard has and PostgreSQL does not keep are wrong in a field, and nothing else happens.</summary>
public sealed class TypingWhatNobodySeesTests
{
    private const string Nul = "a\0b";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_NUL_is_wrong_in_its_field_and_changes_nothing(string provider)
    {
        await using var rig = await InventoryRig.CreateAsync(provider);
        var scene = rig.Scene;
        var (customer, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var line = (await scene.SellAsync(scene.Wish(account, plan))).Id;
        var device = await rig.ReceiveAsync("ZTEGC8000001");
        var routers = new RouterEditor(scene.Database.Factory, new TestActor(CustomersRig.Everything), [], null!, TimeProvider.System);
        var mikrotik = new SaveRouterRequest("RTR-9", "10.1.1.9", 8728, UseTls: false, "portal", "secret");
        var budi = new SaveCustomerRequest("Budi", CustomerKind.Residential);
        var before = await ChangesAsync();
        var version = (await scene.GetAsync(line)).Row.Version;

        var customers = scene.Customers.Editor();
        Refused("name", (await customers.AddAsync(New(), budi with { Name = Nul }, Token)).Error);
        Refused("street", (await customers.UpdateAsync(customer, 1, budi with { Street = Nul }, Token)).Error);
        Refused("tags", (await customers.AddAsync(New(), budi with { Tags = ["vip", Nul] }, Token)).Error);
        Refused("contacts[0].name", (await customers.AddAsync(New(), budi with { Contacts = [new(null, Nul, ContactRole.Billing, null, null, MessageChannel.WhatsApp)] }, Token)).Error);
        Refused("text", (await customers.AddNoteAsync(customer, Nul, Token)).Error);
        Refused("reason", (await customers.RemoveAsync(customer, Nul, Token)).Error);
        Refused("paymentNotes", (await scene.Customers.Accounts().AddAsync(customer, new("Kos", null, PaymentWay.Cash, Nul, false), Token)).Error);
        Refused("description", (await scene.Plans.Editor.AddAsync(PlanScene.Home20 with { Description = Nul }, Token)).Error);
        Refused("reason", (await scene.Plans.Editor.SchedulePriceAsync(plan.PlanId, new(1, scene.Today.AddDays(9), new PlanTerms(Money.Idr(1)), Nul), Token)).Error);
        Refused("note", (await scene.Sales.SellAsync(New(), scene.Wish(account, plan) with { Note = Nul }, Token)).Error);
        Refused("reason", (await scene.Lifecycle.HoldAsync(line, version, AccessHolds.Manual, Nul, Token)).Error);
        Refused("address", (await scene.Moves.MoveHouseAsync(line, version, new(Nul, null, null), Token)).Error);
        Refused("coupon", (await scene.Offers.GivePromotionAsync(line, version, new(null, Nul), null, Token)).Error);
        Refused("notes", (await routers.AddAsync(mikrotik with { Notes = Nul }, Token)).Error);
        Refused("name", (await routers.AddAsync(mikrotik with { Name = Nul }, Token)).Error);
        Refused("reason", (await rig.Desk().MoveAsync(device.Id, device.Version, new(DeviceSpot.Faulty, Nul), Token)).Error);
        Refused("note", (await rig.Desk().ChangeAsync(device.Id, device.Version, new(rig.Model, "ZTEGC8000001", null, DeviceOwner.Provider, Nul), Token)).Error);
        Refused("reason", (await rig.Desk().ReceiveAsync(new(rig.Model, DeviceSpot.InWarehouse(rig.Bekasi), ["NEW-1"], Reason: Nul), Token)).Error);
        Refused("maker", (await rig.Catalog().SaveModelAsync(New(), 0, new(DeviceKind.Ont, Nul, "F670"), Token)).Error);
        Refused("address", (await rig.Catalog().SaveWarehouseAsync(New(), 0, new("Karawang", Nul), Token)).Error);

        Assert.Equal(before, await ChangesAsync());
        Assert.Equal(version, (await scene.GetAsync(line)).Row.Version);

        async Task<int> ChangesAsync()
        {
            await using var context = scene.Database.Open();
            return await context.Set<AuditEntry>().CountAsync(Token);
        }
    }

    [Theory]
    [InlineData("Jl. Melati\r\nNo. 3\tBekasi", true)]
    [InlineData("Ибрагим 👨‍👩‍👧 محمد", true)]
    [InlineData("", true)]
    [InlineData("\u0007", false)]
    [InlineData("a\u007F", false)]
    [InlineData("a\u0085b", false)]
    public void Ends_of_lines_and_every_letter_are_plain(string text, bool plain) => Assert.Equal(plain, PlainText.IsPlain(text));

    [Fact]
    public void Half_a_letter_is_not_plain()
    {
        const string face = "👨";
        Assert.Equal([true, false, false, true], new[] { face, face[..1], "a" + face[1..], null }.Select(PlainText.IsPlain));
    }

    [Fact]
    public void Every_form_with_rules_is_looked_at()
    {
        var validators = typeof(FormValidator<>).Assembly.GetTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && typeof(IValidator).IsAssignableFrom(type)).ToList();

        Assert.NotEmpty(validators);
        Assert.All(validators, type => Assert.Equal(typeof(FormValidator<>), type.BaseType!.GetGenericTypeDefinition()));
    }

    private static Guid New() => Ids.New(TimeProvider.System);

    private static void Refused(string field, Error? error) =>
        Assert.Contains((field, PlainText.Code), (error ?? throw new InvalidOperationException($"A NUL in {field} was taken.")).Fields.Select(wrong => (wrong.Field, wrong.Code)));
}
