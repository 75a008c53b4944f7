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

    public ServicePlanEditPageTests()
    {
        Allow(PlanPermissions.PlansRead, PlanPermissions.PlansWrite, PlanPermissions.PlansPrice);
        Stub<IPlanCatalog>();
        _editor = Stub<IPlanEditor>();
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
}
