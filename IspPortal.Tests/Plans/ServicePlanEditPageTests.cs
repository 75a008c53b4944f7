using System.Globalization;
using Bunit;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Plans.Pages;
using Moq;

namespace IspPortal.Tests.Plans;

public sealed class ServicePlanEditPageTests : PageScene
{
    private readonly Mock<IPlanEditor> _editor;
    private readonly List<SavePlanRequest> _saved = [];

    public ServicePlanEditPageTests()
    {
        Allow(PlanPermissions.PlansRead, PlanPermissions.PlansWrite, PlanPermissions.PlansPrice);
        Stub<IPlanCatalog>();
        _editor = Stub<IPlanEditor>();
        _editor.Setup(editor => editor.AddAsync(It.IsAny<SavePlanRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((SavePlanRequest request, CancellationToken _) =>
        {
            _saved.Add(request);
            return request.QuotaResetDay > 31 ? CommonErrors.Invalid([new FieldError("quotaResetDay", "common.out_of_range", 1, 31)]) : Result.Of(Guid.CreateVersion7());
        });
    }

    [Theory]
    [InlineData("en", "Quota is whole again on day")]
    [InlineData("id", "Kuota penuh lagi")]
    public void The_day_on_which_a_quota_is_whole_again_is_asked_for_with_the_quota_only(string language, string label)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var missing = MissingTexts.Watch(Services);
        var page = Filled();
        Assert.Empty(page.FindAll("#plan-quota-reset"));
        page.Find("#plan-quota").Input("100");
        Assert.StartsWith(label, page.Find("label[for=plan-quota-reset]").TextContent, StringComparison.Ordinal);
        page.Find("#plan-quota-reset").Input(" 15 ");
        page.Find("form").Submit();
        Assert.Equal((100_000_000_000, 15), (_saved[^1].QuotaBytes!.Value, _saved[^1].QuotaResetDay!.Value));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Left_empty_or_without_a_quota_it_goes_with_the_plan_s_periods()
    {
        var page = Filled();
        page.Find("#plan-quota").Input("100");
        page.Find("form").Submit();
        Assert.Null(_saved[^1].QuotaResetDay);

        page = Filled();
        page.Find("#plan-quota").Input("100");
        page.Find("#plan-quota-reset").Input("15");
        page.Find("#plan-quota").Input("");
        page.Find("form").Submit();
        Assert.Equal((null, null), (_saved[^1].QuotaBytes, _saved[^1].QuotaResetDay));
    }

    [Fact]
    public void A_day_that_is_none_is_marked_and_one_that_no_month_has_is_refused_at_the_field()
    {
        var page = Filled();
        page.Find("#plan-quota").Input("100");
        page.Find("#plan-quota-reset").Input("15th");
        page.Find("form").Submit();
        Assert.Equal("true", page.Find("#plan-quota-reset").GetAttribute("aria-invalid"));
        Assert.Empty(_saved);

        page.Find("#plan-quota-reset").Input("32");
        page.Find("form").Submit();
        Assert.Single(_saved);
        Assert.Contains("31", page.Find("#plan-quota-reset-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rate_limit_is_shown_while_the_speed_is_typed()
    {
        var page = Open<ServicePlanEditPage>();
        page.Find("#plan-down").Input("20");
        page.Find("#plan-up").Input("1,5");
        Assert.Equal("rate-limit=\"1500k/20M\"", page.Find("[data-figure=rate-limit]").TextContent);
        page.Find("#plan-up").Input("fast");
        Assert.Equal("–", page.Find("[data-figure=rate-limit]").TextContent);
    }

    [Fact]
    public void What_is_wrong_stands_at_its_field()
    {
        _editor.Setup(editor => editor.AddAsync(It.IsAny<SavePlanRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Result<Guid>)CommonErrors.Invalid([new FieldError("slug", "plans.not_a_short_name")]));
        var page = Open<ServicePlanEditPage>();
        page.Find("#plan-price").Input("1.5");
        page.Find("form").Submit();
        Assert.Equal("true", page.Find("#plan-price").GetAttribute("aria-invalid"));
        Assert.Equal("true", page.Find("#plan-down").GetAttribute("aria-invalid"));
        _editor.Verify(editor => editor.AddAsync(It.IsAny<SavePlanRequest>(), It.IsAny<CancellationToken>()), Times.Never);

        page.Find("#plan-price").Input("200.000");
        page.Find("#plan-down").Input("20");
        page.Find("#plan-up").Input("10");
        page.Find("form").Submit();
        Assert.Equal("true", page.Find("#plan-slug").GetAttribute("aria-invalid"));
        _editor.Verify(editor => editor.AddAsync(It.Is<SavePlanRequest>(r => r.Terms!.Price.Minor == 200_000 && r.Speed.DownBitsPerSecond == 20_000_000), It.IsAny<CancellationToken>()), Times.Once);
    }

    private IRenderedComponent<ServicePlanEditPage> Filled()
    {
        var page = Open<ServicePlanEditPage>();
        page.Find("#plan-price").Input("200000");
        page.Find("#plan-down").Input("20");
        page.Find("#plan-up").Input("10");
        return page;
    }
}
