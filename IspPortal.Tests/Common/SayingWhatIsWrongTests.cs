using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Tests.Common;

/// <summary>The limits that come with an error are those its sentence names: <c>At most {0} characters.</c></summary>
public sealed class SayingWhatIsWrongTests
{
    [Theory]
    [InlineData("", "common.too_short", 2)]
    [InlineData("abcdef", "common.too_long", 5)]
    public void A_text_between_two_lengths(string text, string code, int limit) => Expect(validator => validator.RuleFor(row => row.Text).Length(2, 5), text, code, limit);

    [Fact]
    public void A_text_that_is_too_long() => Expect(validator => validator.RuleFor(row => row.Text).MaximumLength(5), "abcdef", "common.too_long", 5);

    [Fact]
    public void A_text_that_is_too_short() => Expect(validator => validator.RuleFor(row => row.Text).MinimumLength(2), "a", "common.too_short", 2);

    [Fact]
    public void A_number_out_of_its_range() => Expect(validator => validator.RuleFor(row => row.Text.Length).InclusiveBetween(1, 3).OverridePropertyName("Text"), "abcd", "common.out_of_range", 1, 3);

    [Fact]
    public void A_text_that_holds_is_no_error()
    {
        var validator = new InlineValidator<Row>();
        validator.RuleFor(row => row.Text).Length(2, 5);
        Assert.Null(validator.Validate(new Row("abc")).ErrorOrNull());
    }

    private static void Expect(Action<InlineValidator<Row>> rule, string text, string code, params object[] limits)
    {
        var validator = new InlineValidator<Row>();
        rule(validator);
        var field = Assert.Single(validator.Validate(new Row(text)).ErrorOrNull()!.Fields);
        Assert.Equal(("text", code), (field.Field, field.Code));
        Assert.Equal(limits, field.Arguments);
    }

    private sealed record Row(string Text);
}
