using IspPortal.Core.Common.Results;
using IspPortal.Core.Messaging.Templates;

namespace IspPortal.Tests.Messaging;

public sealed class FillingTemplatesTests
{
    private static readonly string[] Fields = ["customer", "number"];

    [Fact]
    public void Fields_are_filled_in() => Assert.Equal("Budi owes {INV-1}.", Parse("{customer} owes {{{number}}}.").Fill([Values("Budi", "INV-1")]));

    [Fact]
    public void A_field_without_a_value_is_empty() => Assert.Equal("Budi:", Parse("{customer}: {number}").Fill([new Dictionary<string, string>(StringComparer.Ordinal) { ["customer"] = "Budi" }]));

    [Fact]
    public void What_a_value_says_is_no_template() => Assert.Equal("{number} x", Parse("{customer} {number}").Fill([Values("{number}", "x")]));

    [Fact]
    public void One_text_carries_several() =>
        Assert.Equal("Budi:\n- A\n- B\nThanks", Parse("{customer}:\n{each}- {number}\n{/each}Thanks").Fill([Values("Budi", "A"), Values("Budi", "B")]));

    [Fact]
    public void Who_differs_outside_the_repeated_part_shares_no_text()
    {
        var text = Parse("{customer}: {each}{number}{/each}");
        Assert.True(text.Shares(Values("Budi", "A"), Values("Budi", "B")));
        Assert.False(text.Shares(Values("Budi", "A"), Values("Ani", "B")));
        Assert.False(Parse("{customer} {number}").Shares(Values("Budi", "A"), Values("Budi", "A")));
    }

    [Theory]
    [InlineData("{phone}", "messages.unknown_field")]
    [InlineData("{customer", "messages.brace_open")]
    [InlineData("customer}", "messages.brace_too_many")]
    [InlineData("{/each}", "messages.each_does_not_fit")]
    [InlineData("{each}{number}", "messages.each_does_not_fit")]
    [InlineData("{each}a{/each}{each}b{/each}", "messages.each_does_not_fit")]
    public void What_does_not_fit_is_said(string text, string code)
    {
        var wrong = new List<FieldError>();
        Assert.Null(TemplateText.Parse(text, Fields, "body", wrong));
        Assert.Equal(code, wrong[0].Code);
        Assert.Equal("body", wrong[0].Field);
    }

    [Theory]
    [InlineData(160, "a", 1)]
    [InlineData(161, "a", 2)]
    [InlineData(306, "a", 2)]
    [InlineData(307, "a", 3)]
    [InlineData(70, "ş", 1)]
    [InlineData(71, "ş", 2)]
    [InlineData(80, "€", 1)]
    [InlineData(81, "€", 2)]
    public void Parts_of_an_SMS_are_counted(int letters, string letter, int parts) => Assert.Equal(parts, SmsLength.PartsOf(string.Concat(Enumerable.Repeat(letter, letters))));

    private static TemplateText Parse(string text)
    {
        var wrong = new List<FieldError>();
        var parsed = TemplateText.Parse(text, Fields, "body", wrong);
        Assert.Empty(wrong);
        return parsed!;
    }

    private static Dictionary<string, string> Values(string customer, string number) => new(StringComparer.Ordinal) { ["customer"] = customer, ["number"] = number };
}
