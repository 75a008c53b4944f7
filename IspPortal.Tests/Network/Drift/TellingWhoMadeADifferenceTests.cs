using IspPortal.Core.Network.Drift;

namespace IspPortal.Tests.Network.Drift;

public sealed class TellingWhoMadeADifferenceTests
{
    private const string Secrets = "/ppp/secret";

    private static readonly DateTime Noon = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_last_who_changed_that_item_made_it()
    {
        var authors = Of(Change(1, "admin", Secrets, "budi"), Change(2, "ejau", Secrets, "budi"), Change(3, "admin", Secrets, "siti"), Change(4, "admin", "/ip/hotspot/user", "budi"));
        Assert.Equal(new DriftAuthor("ejau", "10.0.0.9", Noon.AddMinutes(2), false), authors.Find(Secrets, "budi", [], null, mayGuess: true));
        Assert.Null(authors.Find(Secrets, "agus", [], null, mayGuess: true));
    }

    [Fact]
    public void Who_changed_it_before_the_portals_last_step_did_not_make_it()
    {
        var authors = Of(Change(1, "admin", Secrets, "budi"));
        Assert.NotNull(authors.Find(Secrets, "budi", [], Noon.AddMinutes(1), mayGuess: false));
        Assert.Null(authors.Find(Secrets, "budi", [], Noon.AddMinutes(1).AddTicks(1), mayGuess: true));
    }

    [Fact]
    public void A_line_with_the_routers_id_alone_names_the_item_too()
    {
        var authors = Of(Change(1, "admin", "/ip/firewall/address-list", null, "*8"), Change(2, "other", Secrets, null, "*8"));
        Assert.Equal("admin", authors.Find("/ip/firewall/address-list", "isolir 10.1.0.9", ["*7", "*8"], null, mayGuess: false)!.By);
    }

    [Fact]
    public void One_command_may_change_several_items_and_a_name_may_hold_a_comma()
    {
        var authors = Of(Change(1, "admin", Secrets, "budi,siti"), Change(2, "ejau", Secrets, null, "*1,*2"));
        Assert.Equal("admin", authors.Find(Secrets, "siti", [], null, mayGuess: false)!.By);
        Assert.Equal("admin", authors.Find(Secrets, "budi,siti", [], null, mayGuess: false)!.By);
        Assert.Equal("ejau", authors.Find(Secrets, "siti", ["*2"], null, mayGuess: false)!.By);
    }

    [Fact]
    public void The_only_one_who_changed_something_of_the_kind_is_a_guess()
    {
        var authors = Of(Change(1, "admin", Secrets), Change(2, "admin", Secrets), Change(3, "ejau", "/queue/simple"));
        Assert.Equal(new DriftAuthor("admin", "10.0.0.9", Noon.AddMinutes(2), true), authors.Find(Secrets, "budi", [], Noon, mayGuess: true));
        Assert.Null(authors.Find(Secrets, "budi", [], Noon, mayGuess: false));
        Assert.Null(authors.Find(Secrets, "budi", [], Noon.AddMinutes(2.5), mayGuess: true));
    }

    [Fact]
    public void Items_that_the_log_only_calls_items_may_be_of_any_menu()
    {
        Assert.Equal("admin", Of(Change(1, "admin")).Find(Secrets, "budi", [], null, mayGuess: true)!.By);
        Assert.Equal("admin", Of(Change(1, "admin", Secrets), Change(2, "ejau")).Find(Secrets, "budi", [], null, mayGuess: true)!.By);
    }

    [Fact]
    public void Of_two_who_come_into_question_neither_is_named() =>
        Assert.Null(Of(Change(1, "admin", Secrets), Change(2, "ejau", Secrets)).Find(Secrets, "budi", [], null, mayGuess: true));

    [Fact]
    public void Who_certainly_changed_another_item_is_no_guess() => Assert.Null(Of(Change(1, "admin", Secrets, "siti")).Find(Secrets, "budi", [], null, mayGuess: true));

    private static DriftAuthors Of(params RouterChange[] changes) => new(changes);

    private static RouterChange Change(int minute, string by, string? menu = null, string? item = null, string? id = null) => new(Noon.AddMinutes(minute), by, "10.0.0.9", menu, item, id);
}
